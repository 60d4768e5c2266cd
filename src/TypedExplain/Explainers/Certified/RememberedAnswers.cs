using TypedExplain.Schema.Rows;

namespace TypedExplain.Explainers.Certified;

/// <summary>
/// What a model of one output has said about the samples around one instance, within a budget: rows that begin as the last
/// batch did are not asked about again, nor is what the instance's row stands for.
/// </summary>
/// <param name="budget">The most rows that the model may be asked about.</param>
internal sealed class RememberedAnswers<T>(int budget)
    where T : IFeatureRecord<T>
{
    private double[] _rows = [];
    private double[] _scores = [];
    private double? _standIn;

    /// <summary>How many rows the model has been asked about.</summary>
    public int Asked { get; private set; }

    /// <summary>How many rows were asked about elsewhere, within the same budget.</summary>
    public int Elsewhere { get; set; }

    /// <summary>How many rows the model has been asked about in all.</summary>
    public int All => Asked + Elsewhere;

    /// <summary>How many of these are no samples, but what the instance's row stands for.</summary>
    public int Checks { get; private set; }

    /// <summary>What the model is to be asked about of a batch; null where all of it is known.</summary>
    /// <exception cref="BudgetSpentException">It does not fit into what is left of the budget.</exception>
    public RowBatch<T>? New(RowBatch<T> batch)
    {
        int known = Known(batch), fresh = batch.Count - known;
        if (fresh > budget - All)
            throw new BudgetSpentException();
        return fresh == 0 ? null : batch.From(known);
    }

    /// <summary>Answers a batch with what was known and what was asked.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="asked">What the model was asked about of it.</param>
    public void Answer(RowBatch<T> batch, RowBatch<T>? asked)
    {
        int known = Known(batch);
        double[] scores = new double[batch.Count];
        if (batch.Records is SingleRecord<T>)
        {
            Checks += asked is null ? 0 : 1;
            scores[0] = _standIn ??= asked!.Scores[0];
        }
        else
        {
            _scores.AsSpan(0, known).CopyTo(scores);
            asked?.Scores.CopyTo(scores.AsSpan(known));
            (_rows, _scores) = (batch.Values.ToArray(), scores);
        }

        Asked += asked?.Count ?? 0;
        batch.Answer(scores);
    }

    // Columns tell nothing of texts and images.
    private int Known(RowBatch<T> batch) => batch.Records is SingleRecord<T> ? (_standIn is null ? 0 : 1)
        : T.Schema.Media.IsEmpty ? batch.Values.Span.CommonPrefixLength(_rows) / T.Schema.Columns : 0;

    /// <summary>The batch does not fit into what is left of the budget.</summary>
    internal sealed class BudgetSpentException() : TypedExplainException("The budget is spent.");
}
