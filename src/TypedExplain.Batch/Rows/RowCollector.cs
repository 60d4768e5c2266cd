namespace TypedExplain.Batch.Rows;

/// <summary>Gathers rows until there are enough for a batch.</summary>
internal sealed class RowCollector<T>(int batchRows)
    where T : IFeatureRecord<T>
{
    private List<T> _records = [];
    private List<long> _numbers = [];
    private List<BadRow> _bad = [];

    /// <summary>How many bad rows are held before they are handed on without a batch of records.</summary>
    private const int MostBad = 10_000;

    /// <summary>Whether the batch is full.</summary>
    public bool IsFull => _records.Count >= batchRows || _bad.Count >= MostBad;

    /// <summary>Whether there is nothing.</summary>
    public bool IsEmpty => _records.Count == 0 && _bad.Count == 0;

    public void Add(T record, long number)
    {
        _records.Add(record);
        _numbers.Add(number);
    }

    public void Add(BadRow bad) => _bad.Add(bad);

    /// <summary>What was gathered; the next batch begins.</summary>
    public SourceRows<T> Take()
    {
        SourceRows<T> rows = new(_records, _numbers, _bad);
        (_records, _numbers, _bad) = (new(_records.Count), new(_numbers.Count), []);
        return rows;
    }
}
