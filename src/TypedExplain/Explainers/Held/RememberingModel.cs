using System.Collections.Immutable;

namespace TypedExplain;

/// <summary>A model of one output within a budget: rows that begin as the last batch did are not asked about again.</summary>
internal sealed class RememberingModel<T>(IModel<T> model, int budget) : IModel<T>
    where T : IFeatureRecord<T>
{
    private double[] _rows = [];
    private double[] _scores = [];

    /// <summary>How many rows the model has been asked about.</summary>
    public int Asked { get; private set; }

    public ImmutableArray<string> Outputs => model.Outputs;

    public void Score(EncodedRows<T> rows, Span<double> scores)
    {
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

    /// <summary>The batch does not fit into what is left of the budget.</summary>
    internal sealed class BudgetSpentException : Exception;
}
