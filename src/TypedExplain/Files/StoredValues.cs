namespace TypedExplain.Files;

/// <summary>Writes what <see cref="StoredReader"/> reads.</summary>
internal static class StoredValues
{
    public static void Write(this BinaryWriter writer, ReadOnlySpan<double> values)
    {
        writer.Write(values.Length);
        foreach (double value in values)
            writer.Write(value);
    }

    public static void Write(this BinaryWriter writer, ReadOnlySpan<float> values)
    {
        writer.Write(values.Length);
        foreach (float value in values)
            writer.Write(value);
    }

    public static void WriteList<TItem>(this BinaryWriter writer, IReadOnlyCollection<TItem> items, Action<TItem> write)
    {
        writer.Write(items.Count);
        foreach (TItem item in items)
            write(item);
    }
}
