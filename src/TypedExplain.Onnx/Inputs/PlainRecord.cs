namespace TypedExplain.Onnx;

/// <summary>A legal record without meaning, to see what a model's answer looks like.</summary>
internal sealed class PlainRecord<T> : RowRecords<T>
    where T : IFeatureRecord<T>
{
    /// <summary>A batch of such records.</summary>
    /// <param name="count">How many.</param>
    /// <param name="columns">Room for their columns.</param>
    public static EncodedRows<T> Rows(int count, Span<double> columns)
    {
        for (int row = 0; row < count; row++)
            Write(columns.Slice(row * T.Schema.Columns, T.Schema.Columns));
        return new(columns, new PlainRecord<T>(count));
    }

    private PlainRecord(int count) => Count = count;

    public override int Count { get; }

    public override T Record(int row, ReadOnlySpan<double> columns)
    {
        MediaValues media = new(T.Schema.Media.Length);
        foreach (MediaFeature<T> own in T.Schema.Media)
        {
            if (own.Shape is { } shape)
                media.Set(own.Index, new float[shape.Length].AsMemory());
            else
                media.Set(own.Index, "");
        }

        return T.Decode(columns, media);
    }

    public override RowOrigin<T>? OriginOf(int row) => null;

    private static void Write(Span<double> columns)
    {
        columns.Clear();
        foreach (Feature<T> feature in T.Schema.Features)
        {
            if (feature.Kind == FeatureKind.Category)
                feature.WriteCategory(0, columns.Slice(feature.Column, feature.ColumnCount));
            else if (feature.IsNumeric)
                columns[feature.Column] = Math.Clamp(0, Math.Ceiling(feature.Limits.Minimum), Math.Max(Math.Ceiling(feature.Limits.Minimum), feature.Limits.Maximum));
        }
    }
}
