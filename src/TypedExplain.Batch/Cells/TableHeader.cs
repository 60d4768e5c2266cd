using System.Globalization;
using TypedExplain.Data.CsvFiles;

namespace TypedExplain.Batch.Cells;

/// <summary>Which columns of a typed table hold which features, texts and the key of a record.</summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class TableHeader<T>
    where T : IFeatureRecord<T>
{
    private TableHeader(int[] positions, TableColumn[] columns) => (Positions, Columns) = (positions, columns);

    /// <summary>The features that have a column, in the order of the schema.</summary>
    public static Feature<T>[] Features { get; } = [.. T.Schema.Features.Where(feature => feature.Kind != FeatureKind.Missing)];

    /// <summary>For each feature, then each text, then the key, where its column is in the table.</summary>
    public int[] Positions { get; }

    /// <summary>These columns.</summary>
    public TableColumn[] Columns { get; }

    /// <summary>Matches columns by the letters and digits of their names, and refuses those whose types do not fit.</summary>
    /// <param name="source">What the table is called in messages.</param>
    /// <param name="columns">Its columns.</param>
    /// <exception cref="BatchException">A column is not there, or twice, or of a type that does not fit.</exception>
    public static TableHeader<T> Match(string source, TableColumn[] columns)
    {
        if (T.Schema.Media.FirstOrDefault(media => !media.IsText) is { } image)
            throw new InvalidOptionException($"{T.Schema.Name}.{image} is an image, which no cell of a table can hold; take the rows from a JsonLinesSource.");
        if (columns.Length == 0)
            throw new BatchException($"{source} has no columns.");
        string[] wanted = [.. Features.Select(feature => feature.Name), .. T.Schema.Media.Select(media => media.Name), .. T.RowKey is { } key ? new[] { key.Name } : []];
        int[] positions = Find(source, [.. columns.Select(column => column.Name)], wanted);
        TableHeader<T> header = new(positions, [.. positions.Select(position => columns[position])]);
        for (int i = 0; i < wanted.Length; i++)
        {
            if (Wanted(i, header.Columns[i].Kind) is { } fit)
                throw new BatchException(string.Create(CultureInfo.InvariantCulture, $"{source} has the column {header.Columns[i].Name} of the type {header.Columns[i].Type}, where {T.Schema.Name}.{wanted[i]} takes {fit}. Write the column with such a type."));
        }

        return header;
    }

    private static string? Wanted(int i, CellKind kind) => i < Features.Length ? CellFit.Wanted(Features[i], kind)
        : i < Features.Length + T.Schema.Media.Length ? kind == CellKind.Text ? null : "texts"
        : CellFit.Wanted(T.RowKey!.Form, kind);

    private static int[] Find(string source, string[] columns, string[] wanted)
    {
        try
        {
            return CsvHeader.Match(source, columns, wanted, allowExtra: true).Positions;
        }
        catch (InvalidCsvException error)
        {
            throw new BatchException(error.Message, inner: error);
        }
    }
}
