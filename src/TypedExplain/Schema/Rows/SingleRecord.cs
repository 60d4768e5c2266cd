namespace TypedExplain.Schema.Rows;

/// <summary>The record that a row stands for, as a batch of its own: what a model says without what no column holds.</summary>
internal sealed class SingleRecord<T>(T record) : RowRecords<T>
    where T : IFeatureRecord<T>
{
    public override int Count => 1;

    public override T Record(int row, ReadOnlySpan<double> columns) => record;

    public override RowOrigin<T>? OriginOf(int row) => null;
}
