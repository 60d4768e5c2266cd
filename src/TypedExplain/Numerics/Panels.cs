namespace TypedExplain.Numerics;

/// <summary>Columns of rows, eight side by side, as tiles read them.</summary>
internal static class Panels
{
    /// <summary>Puts the first columns of rows into panels, one after the other; the last one is filled up with zeros.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="stride">The distance between them.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="columns">How many of their columns are wanted.</param>
    /// <param name="panels">Where the panels go: count × <see cref="Moments.Stride"/> of the columns.</param>
    /// <returns>The panels.</returns>
    public static Span<double> Pack(ReadOnlySpan<double> rows, int stride, int count, int columns, Span<double> panels)
    {
        const int width = PanelTiles.Width;
        int whole = columns - (columns % width);
        for (int row = 0; row < count; row++)
        {
            ReadOnlySpan<double> own = rows.Slice(row * stride, columns);
            int at = row * width;
            for (int from = 0; from < whole; from += width, at += count * width)
                own.Slice(from, width).CopyTo(panels.Slice(at, width));
            if (whole == columns)
                continue;
            Span<double> last = panels.Slice(at, width);
            own[whole..].CopyTo(last);
            last[(columns - whole)..].Clear();
        }

        return panels[..(count * Moments.Stride(columns))];
    }
}
