using Microsoft.ML;

namespace TypedExplain.ML.Views;

/// <summary>Records as ML.NET reads them: columns by the schema, without a class of properties and without reflection.</summary>
internal sealed class RecordView<T> : IDataView
    where T : IFeatureRecord<T>
{
    private readonly ViewColumn<T>[] _columns;
    private readonly ViewRows<T> _rows;

    public RecordView(ViewColumn<T>[] columns, DataViewSchema schema, ViewRows<T> rows) => (_columns, Schema, _rows) = (columns, schema, rows);

    public bool CanShuffle => false;

    public DataViewSchema Schema { get; }

    /// <summary>The schema of columns.</summary>
    public static DataViewSchema SchemaOf(ViewColumn<T>[] columns)
    {
        DataViewSchema.Builder builder = new();
        foreach (ViewColumn<T> column in columns)
            builder.AddColumn(column.Name, column.Type, column.Annotations);
        return builder.ToSchema();
    }

    public long? GetRowCount() => _rows.Count;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new RecordCursor<T>(_columns, Schema, _rows, [.. columnsNeeded.Select(column => column.Index)]);

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) => [GetRowCursor(columnsNeeded, rand)];
}
