namespace TypedExplain.ML.Views;

/// <summary>Encoded rows that a view shows, kept for as long as ML.NET may look at them.</summary>
internal sealed class ViewRows<T>
    where T : IFeatureRecord<T>
{
    private readonly double[] _values;

    /// <summary>Copies rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="asksRecords">Whether their records are asked for, since texts fill no column.</param>
    /// <param name="target">What a model is to predict; null where a view shows none.</param>
    public ViewRows(EncodedRows<T> rows, bool asksRecords, Target? target = null)
    {
        (_values, Count, Target) = (rows.Values.ToArray(), rows.Count, target);
        if (!asksRecords)
            return;
        Records = new T[rows.Count];
        for (int row = 0; row < rows.Count; row++)
            Records[row] = rows.Record(row);
    }

    /// <summary>How many rows there are.</summary>
    public int Count { get; }

    /// <summary>What a model is to predict; null where a view shows none.</summary>
    public Target? Target { get; }

    /// <summary>The records of the rows, where they are asked for.</summary>
    public T[] Records { get; } = [];

    /// <summary>The columns of one row.</summary>
    public ReadOnlySpan<double> this[long row] => _values.AsSpan((int)row * T.Schema.Columns, T.Schema.Columns);
}
