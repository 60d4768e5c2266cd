using System.Collections.Immutable;
using TypedExplain.Data.CsvFiles;

namespace TypedExplain;

/// <summary>How a CSV file is read or written. The defaults read UTF-8 text with commas and refuse a file with any bad cell.</summary>
public sealed record CsvOptions
{
    /// <summary>What stands between the cells of a row: an ASCII character, usually a comma, semicolon or tab.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>The column that holds what a model is to predict; null where there is none.</summary>
    public string? Target { get; init; }

    /// <summary>
    /// What pandas, R, SQL and spreadsheets write where there is no value: NA, N/A, NaN, null, None, a dash, a question mark and
    /// the like, besides empty cells. None of them is a number.
    /// </summary>
    public static ImmutableArray<string> UsualMissingCells { get; } =
    [
        "NA", "N/A", "N.A.", "#N/A", "#N/A N/A", "#NA", "<NA>", "NaN", "-NaN", "NaT", "1.#QNAN", "-1.#QNAN", "1.#IND", "-1.#IND",
        "null", "<null>", "nil", "None", "\\N", "(null)", "missing", "-", "--", "---", "\u2013", "\u2014", "?", ".",
    ];

    /// <summary>
    /// The cells, besides empty ones, that say that a nullable property has no value, in upper or lower case;
    /// <see cref="UsualMissingCells"/> by default. A category or flag that is written in such a way is that category or flag. A
    /// number that stands for none, such as "-9", must be listed: <c>[.. CsvOptions.UsualMissingCells, "-9"]</c>.
    /// </summary>
    public ImmutableArray<string> MissingCells { get; init; } = UsualMissingCells;

    /// <summary>Whether the file may have columns that are neither a feature nor the target; the result lists them.</summary>
    public bool AllowExtraColumns { get; init; } = true;

    /// <summary>Whether rows with a bad cell are left out and reported in the result, rather than refused together.</summary>
    public bool CollectErrors { get; init; }

    /// <summary>
    /// The longest row in bytes of UTF-8. A file with a longer one is refused before it is held in memory; a read-ahead of
    /// 64 kB or so may let a slightly longer row pass.
    /// </summary>
    [OptionRange(AtLeast = 1)]
    public int MaxRowBytes { get; init; } = 1_000_000;

    /// <summary>
    /// Whether texts that a spreadsheet would take for a formula, since they begin with = + - @ or a tab, are written with an apostrophe
    /// before them, and read without it. Not by default: other programs take the apostrophe for a part of the text. Numbers are
    /// written as they are.
    /// </summary>
    public bool EscapesFormulas { get; init; }

    /// <summary>What the cells of the target are.</summary>
    internal CsvTarget TargetCells { get; private init; } = CsvNumberTarget.Instance;

    /// <summary>The same options for a target that is a class: its cells hold the names of an enum.</summary>
    /// <typeparam name="TLabel">An enum with a name for each class.</typeparam>
    public CsvOptions Labels<TLabel>()
        where TLabel : struct, Enum => this with { TargetCells = CsvLabelTarget<TLabel>.Instance };

    /// <summary>Checks the options against the record that is read or written.</summary>
    internal void Check<T>()
        where T : IFeatureRecord<T>
    {
        if (!char.IsAscii(Delimiter) || char.IsLetterOrDigit(Delimiter) || Delimiter is '"' or '\r' or '\n' or '.' or '-' or '+' or '\0')
            throw new InvalidOptionException($"Delimiter is '{Delimiter}'; it must be an ASCII character that no number holds, such as a comma, a semicolon or a tab.");
        if (MaxRowBytes < 1)
            throw new InvalidOptionException($"MaxRowBytes is {MaxRowBytes}; it must be at least 1.");
        if (Target is null && TargetCells.IsClass)
            throw new InvalidOptionException("Labels needs the name of their column: set Target.");
        if (Target is not null && T.RowKey is { } key && CsvHeader.SameName(key.Name, Target))
            throw new InvalidOptionException($"Target is {Target}, which is the row key {T.Schema.Name}.{key.Name}; name the column that holds what a model is to predict.");
        if (Target is not null && T.Schema.Features.FirstOrDefault(feature => CsvHeader.SameName(feature.Name, Target)) is { } feature)
            throw new InvalidOptionException($"Target is {Target}, which is the feature {T.Schema.Name}.{feature.Name}; a model would be given what it is to predict.");
    }
}
