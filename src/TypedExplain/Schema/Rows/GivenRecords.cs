namespace TypedExplain.Schema.Rows;

/// <summary>Records that are there already.</summary>
internal sealed class GivenRecords<T>(IReadOnlyList<T> records) : RowRecords<T>
    where T : IFeatureRecord<T>
{
    public override int Count => records.Count;

    public override T Record(int row, ReadOnlySpan<double> columns) => records[row];

    public override RowOrigin<T>? OriginOf(int row) => RowOrigin<T>.Of(records[row], isGiven: true);
}
