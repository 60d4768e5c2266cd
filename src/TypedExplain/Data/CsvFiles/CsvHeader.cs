using System.Collections.Immutable;
using TypedExplain.Errors;

namespace TypedExplain.Data.CsvFiles;

/// <summary>Which column of a file holds which feature. Names match by their letters and digits, without regard to case and to how accents are encoded.</summary>
internal sealed class CsvHeader
{
    private CsvHeader(int[] positions, ImmutableArray<string> ignored, int count) => (Positions, Ignored, Count) = (positions, ignored, count);

    /// <summary>For each wanted name, the position of its column.</summary>
    public int[] Positions { get; }

    /// <summary>The columns that were not wanted.</summary>
    public ImmutableArray<string> Ignored { get; }

    /// <summary>How many columns the file has.</summary>
    public int Count { get; }

    /// <summary>The letters and digits of a name, by which it is matched without regard to case.</summary>
    public static string Plain(string name) => string.Concat(UnicodeComposition.Compose(name).EnumerateRunes().Where(UnicodeComposition.IsNamePart));

    public static bool SameName(string name, string other) => Plain(name).Equals(Plain(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>Matches the columns of a file with the wanted names.</summary>
    /// <param name="source">What the file is called in messages.</param>
    /// <param name="columns">The names in the first row of the file.</param>
    /// <param name="wanted">The features and the target.</param>
    /// <param name="allowExtra">Whether there may be other columns.</param>
    public static CsvHeader Match(string source, string[] columns, string[] wanted, bool allowExtra)
    {
        if (columns.Any(column => column.Contains('\0')) && !columns[0].StartsWith("PK\u0003", StringComparison.Ordinal))
            throw new InvalidCsvException($"{source} has a NUL character in its header, as UTF-16 without a byte order mark does. {Csv.OtherEncoding}");
        ILookup<string, int> byName = Enumerable.Range(0, columns.Length).ToLookup(column => Plain(columns[column]), StringComparer.OrdinalIgnoreCase);
        HashSet<string> exact = [.. wanted];

        // Less those columns that are another wanted name to the letter.
        int[][] candidates = [.. wanted.Select(name => byName[Plain(name)].Where(column => columns[column] == name || !exact.Contains(columns[column])).ToArray())];
        string[] missing = [.. wanted.Where((_, i) => candidates[i].Length == 0)];
        if (missing.Length > 0)
            throw new InvalidCsvException($"{source} has no column for {NameList.Names(missing)}; it has {List(columns)}.{Hint(columns)}");

        for (int i = 0; i < wanted.Length; i++)
        {
            if (candidates[i].Length > 1)
                throw new InvalidCsvException($"{source} has {candidates[i].Length} {Noun.Of(candidates[i].Length, "column")} for {wanted[i]}: {List([.. candidates[i].Select(column => columns[column])])}. Rename or remove all but one.");
            int rival = Array.FindIndex(candidates, i + 1, other => other[0] == candidates[i][0]);
            if (rival >= 0)
                throw new InvalidCsvException($"{source} has the column {columns[candidates[i][0]]}, which could be {wanted[i]} or {wanted[rival]}. Write their names as they stand.");
        }

        int[] positions = [.. candidates.Select(candidate => candidate[0])];
        HashSet<int> used = [.. positions];
        ImmutableArray<string> ignored = [.. columns.Where((_, column) => !used.Contains(column))];
        if (!allowExtra && !ignored.IsEmpty)
            throw new InvalidCsvException($"{source} has columns that are not wanted: {List([.. ignored])}. Remove them, or allow extra columns.");
        return new(positions, ignored, columns.Length);
    }

    private static string List(string[] names) => NameList.Names(names, CsvWords.Shorten);

    private static string Hint(string[] columns) => columns[0].TrimStart() switch
    {
        ['<', ..] => " It looks like a page of HTML or XML.",
        ['{' or '[', ..] => " It looks like JSON.",
        "PK" or ['P', 'K', '\u0003', ..] => " It looks like a spreadsheet or another ZIP file; export it as CSV.",
        _ => DelimiterHint(columns),
    };

    private static string DelimiterHint(string[] columns) =>
        columns.Length == 1 && columns[0].IndexOfAny([';', '\t', '|', ',']) is var at and >= 0
            ? $" If its cells are divided by {(columns[0][at] == '\t' ? "tabs" : $"'{columns[0][at]}'")}, set the Delimiter."
            : "";
}
