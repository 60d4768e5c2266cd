using System.Collections.Immutable;

namespace TypedExplain;

/// <summary>
/// A model of one output within a budget, asked about the samples around one instance: rows that begin as the last batch did
/// are not asked about again, nor is what the instance's row stands for.
/// </summary>
internal sealed class RememberingModel<T>(IModel<T> model, int budget) : IModel<T>
    where T : IFeatureRecord<T>
{
    private double[] _rows = [];
    private double[] _scores = [];
    private double? _standIn;

    /// <summary>How many rows the model has been asked about.</summary>
    public int Asked { get; private set; }

    /// <summary>How many of these are no samples, but what the instance's row stands for.</summary>
    public int Checks { get; private set; }

    public ImmutableArray<string> Outputs => model.Outputs;

    public OutputKind KindOf(int output) => model.KindOf(output);

    public void Score(EncodedRows<T> rows, Span<double> scores)
    {
        if (rows.Source.Records is StandIn<T>)
        {
            scores[0] = _standIn ??= Check(rows);
            return;
        }

        // Columns tell nothing of texts and images.
        int known = T.Schema.Media.IsEmpty ? rows.Values.CommonPrefixLength(_rows) / rows.Columns : 0, fresh = rows.Count - known;
        if (fresh > budget - Asked)
            throw new BudgetSpentException();
        _scores.AsSpan(0, known).CopyTo(scores);
        if (fresh > 0)
            model.Score(rows.From(known), scores[known..]);
        Asked += fresh;
        (_rows, _scores) = (rows.Values.ToArray(), scores.ToArray());
    }

    private double Check(EncodedRows<T> rows)
    {
        if (Asked == budget)
            throw new BudgetSpentException();
        double answer = double.NaN;
        model.Score(rows, new Span<double>(ref answer));
        (Asked, Checks) = (Asked + 1, 1);
        return answer;
    }

    /// <summary>The batch does not fit into what is left of the budget.</summary>
    internal sealed class BudgetSpentException() : TypedExplainException("The budget is spent.");
}
