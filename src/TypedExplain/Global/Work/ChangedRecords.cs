using TypedExplain.Generated;
using TypedExplain.Schema.Rows;

namespace TypedExplain.Global.Work;

/// <summary>Rows of a background, as they were given or with some columns changed; those inherit from their record what no column holds.</summary>
internal sealed class ChangedRecords<T>(Dataset<T> background, (int Row, bool IsGiven)[] rows, int count) : RowRecords<T>
    where T : IFeatureRecord<T>
{
    public override int Count => count;

    public override T Record(int row, ReadOnlySpan<double> columns) =>
        rows[row].IsGiven ? background[rows[row].Row] : T.Decode(columns, MediaValues.Absent, background[rows[row].Row]);

    public override RowOrigin<T>? OriginOf(int row) => RowOrigin<T>.Of(background[rows[row].Row], rows[row].IsGiven);
}
