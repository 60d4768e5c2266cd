using TypedExplain.Generated;

namespace TypedExplain.Schema.Rows;

/// <summary>
/// Rows around an instance, in which it may stand itself: as it was given, and not as its columns would have it. The others
/// inherit from it what no column holds.
/// </summary>
/// <param name="instance">The instance.</param>
/// <param name="count">How many rows there are.</param>
/// <param name="own">The position of the instance; −1 where it is none of them.</param>
internal sealed class RowsAround<T>(T instance, int count, int own) : RowRecords<T>
    where T : IFeatureRecord<T>
{
    private RowOrigin<T>? _origin;
    private bool _isKnown;

    public override int Count => count;

    public override T Record(int row, ReadOnlySpan<double> columns) => row == own ? instance : T.Decode(columns, MediaValues.Absent, instance);

    public override RowOrigin<T>? OriginOf(int row)
    {
        if (row == own)
            return RowOrigin<T>.Of(instance, isGiven: true);
        if (!_isKnown)
            (_origin, _isKnown) = (RowOrigin<T>.Of(instance, isGiven: false), true);
        return _origin;
    }
}
