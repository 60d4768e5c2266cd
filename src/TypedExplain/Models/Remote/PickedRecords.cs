using TypedExplain.Schema.Rows;

namespace TypedExplain.Models.Remote;

/// <summary>The records of some rows of a batch.</summary>
/// <param name="source">Those of all; null where rows have none but what their columns stand for.</param>
/// <param name="picked">The positions of the rows.</param>
internal sealed class PickedRecords<T>(RowRecords<T>? source, IReadOnlyList<int> picked) : RowRecords<T>
    where T : IFeatureRecord<T>
{
    public override int Count => picked.Count;

    public override T Record(int row, ReadOnlySpan<double> columns) => source is null ? T.Decode(columns) : source.Record(picked[row], columns);

    public override RowOrigin<T>? OriginOf(int row) => source?.OriginOf(picked[row]);
}
