using Microsoft.ML;
using Microsoft.ML.Data;

namespace TypedExplain.ML.Views;

/// <summary>Goes through the rows of a view.</summary>
internal sealed class RecordCursor<T> : DataViewRowCursor
    where T : IFeatureRecord<T>
{
    private readonly ViewColumn<T>[] _columns;
    private readonly ViewRows<T> _rows;
    private readonly HashSet<int> _active;
    private long _position = -1;

    public RecordCursor(ViewColumn<T>[] columns, DataViewSchema schema, ViewRows<T> rows, HashSet<int> active) => (_columns, Schema, _rows, _active) = (columns, schema, rows, active);

    public override long Position => _position;

    public override long Batch => 0;

    public override DataViewSchema Schema { get; }

    public override bool IsColumnActive(DataViewSchema.Column column) => _active.Contains(column.Index);

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) =>
        _columns[column.Index].Getter(_rows, () => _position) as ValueGetter<TValue>
            ?? throw new ArgumentException($"Column {column.Name} holds {column.Type}, and {typeof(TValue).Name} was asked for.", nameof(column));

    public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId id) => id = new((ulong)_position, 0);

    public override bool MoveNext()
    {
        // Behind the last row there is none.
        bool isThere = _position != _rows.Count && ++_position < _rows.Count;
        if (!isThere)
            _position = _rows.Count;
        return isThere;
    }
}
