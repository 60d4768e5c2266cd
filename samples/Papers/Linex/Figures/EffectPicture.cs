using System.Globalization;
using System.Text;
using TypedExplain.Media;

namespace Papers;

/// <summary>Images with what methods say of them: a row per image, a column per method, each column on its own scale.</summary>
public static class EffectPicture
{
    private const int Side = 84, Gap = 6, GroupGap = 18, Left = 12, Top = 84, Bottom = 28, Caption = 12;

    private static readonly ImageShape s_gray = new(28, 28, 1), s_colors = new(28, 28, 3);

    /// <summary>The picture.</summary>
    /// <param name="title">What stands above.</param>
    /// <param name="images">The numbers of each image, 28×28.</param>
    /// <param name="columns">The methods; those of one group stand together.</param>
    public static string ToSvg(string title, IReadOnlyList<float[]> images, IReadOnlyList<EffectColumn> columns)
    {
        int rowHeight = Side + Gap + (columns.Any(column => column.Captions.Count > 0) ? Caption : 0);
        string[] groups = [.. columns.Select(column => column.Group).Distinct()];
        int width = X(columns.Count - 1) + Side + Left, height = Top + (images.Count * rowHeight) + Bottom;
        StringBuilder body = new();
        foreach (string group in groups)
        {
            int first = Array.FindIndex([.. columns], column => column.Group == group), last = Array.FindLastIndex([.. columns], column => column.Group == group);
            Add(body, $"""<text x="{(X(first) + X(last) + Side) / 2}" y="44" text-anchor="middle">{group}</text>""");
            Add(body, $"""<path d="M{X(first)} 50H{X(last) + Side}" stroke="#999"/>""");
        }

        Add(body, $"""<text x="{Left + (Side / 2)}" y="{Top - 20}" text-anchor="middle">image</text>""");
        for (int column = 0; column < columns.Count; column++)
        {
            Add(body, $"""<text x="{X(column) + (Side / 2)}" y="{Top - 20}" text-anchor="middle">{columns[column].Method}</text>""");
            Add(body, $"""<text x="{X(column) + (Side / 2)}" y="{Top - 7}" text-anchor="middle" fill="#666" font-size="10">±{columns[column].Limit:G2}</text>""");
        }

        for (int row = 0; row < images.Count; row++)
        {
            int y = Top + (row * rowHeight);
            Image(body, Left, y, Png.Encode([.. images[row].Select(pixel => 1 - pixel)], s_gray));
            for (int column = 0; column < columns.Count; column++)
            {
                byte[] colors = new byte[s_colors.Length];
                DivergingColors.Light.Paint(columns[column].Effects.AsSpan(row * s_gray.Length, s_gray.Length), colors, columns[column].Limit > 0 ? columns[column].Limit : null);
                Image(body, X(column), y, Png.Encode(colors, s_colors));
                if (columns[column].Captions.Count > row)
                    Add(body, $"""<text x="{X(column) + (Side / 2)}" y="{y + Side + 11}" text-anchor="middle" font-size="9">{columns[column].Captions[row]}</text>""");
            }
        }

        Add(body, $"""<text x="{Left}" y="{height - 10}" fill="#666" font-size="10">Under each method: the effect of a pixel or segment that has the full color in its column (99.5 % of them are smaller).</text>""");
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="11" role="img">
            <title>{title}</title>
            <rect width="{width}" height="{height}" fill="white"/>
            <text x="{width / 2}" y="20" text-anchor="middle" font-size="13">{title}</text>
            {body.ToString().TrimEnd()}
            </svg>

            """.ReplaceLineEndings("\n");

        int X(int column) => Left + ((column + 1) * (Side + Gap)) + ((Array.IndexOf(groups, columns[column].Group) + 1) * GroupGap);
    }

    private static void Image(StringBuilder body, int x, int y, byte[] png)
    {
        Add(body, $"""<image x="{x}" y="{y}" width="{Side}" height="{Side}" style="image-rendering:pixelated" href="data:image/png;base64,{Convert.ToBase64String(png)}"/>""");
        Add(body, $"""<rect x="{x}" y="{y}" width="{Side}" height="{Side}" fill="none" stroke="#ddd"/>""");
    }

    private static void Add(StringBuilder body, FormattableString element) => body.Append(element.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
