using TypedExplain.Generated;
using TypedExplain.Schema.Rows;

namespace TypedExplain.Metrics;

/// <summary>Perturbations of rows, so many of each, one row after the other: each inherits from its row what no column holds.</summary>
internal sealed class PerturbedRecords<T>(Dataset<T> data, int perRow) : RowRecords<T>
    where T : IFeatureRecord<T>
{
    public override int Count => data.Count * perRow;

    public override T Record(int row, ReadOnlySpan<double> columns) => T.Decode(columns, MediaValues.Absent, data[row / perRow]);

    public override RowOrigin<T>? OriginOf(int row) => RowOrigin<T>.Of(data[row / perRow], isGiven: false);
}
