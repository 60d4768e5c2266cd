namespace TypedExplain.Batch.Programs;

/// <summary>Sources and formats by the endings of files.</summary>
internal static class Inputs
{
    /// <summary>The formats that results are written in.</summary>
    public static string[] Formats { get; } = ["csv", "jsonl", "parquet", "arrow"];

    /// <summary>The source of some files, all of one kind.</summary>
    /// <exception cref="BatchException">They are of several kinds, or of one that is not read.</exception>
    public static IRowSource<T> Of<T>(string[] paths)
        where T : IFeatureRecord<T>
    {
        string[] endings = [.. paths.Select(EndingOf).Distinct()];
        return endings switch
        {
            [".csv"] => new CsvSource<T>(paths),
            [".jsonl"] => new JsonLinesSource<T>(paths),
            [".parquet"] => new ParquetSource<T>(paths),
            [".arrow"] => new ArrowSource<T>(paths),
            [var ending] => throw new BatchException($"{Path.GetFileName(paths[0])} is {(ending.Length == 0 ? "a file without an ending" : $"a file {ending}")}; .csv, .jsonl, .parquet and .arrow are read, and folders of them."),
            _ => throw new BatchException($"The files end in {string.Join(" and ", endings)}; give files of one kind."),
        };
    }

    /// <summary>The format of a name.</summary>
    public static IResultFormat Format(string name) => name switch
    {
        "jsonl" => new JsonLinesFormat(),
        "parquet" => new ParquetFormat(),
        "arrow" => new ArrowFormat(),
        _ => new CsvFormat(),
    };

    /// <summary>The ending of a file, or of the files in a folder.</summary>
    private static string EndingOf(string path)
    {
        if (!Directory.Exists(path))
            return Known(Path.GetExtension(path));
        string[] endings = [.. Directory.GetFiles(path).Select(file => Known(Path.GetExtension(file))).Where(ending => ending.Length > 0).Distinct()];
        return endings.Length == 1 ? endings[0] : throw new BatchException($"The folder {Path.GetFileName(Path.TrimEndingDirectorySeparator(path))} has {(endings.Length == 0 ? "no files" : $"files {string.Join(", ", endings)}")}; name files of one kind.");
    }

    private static string Known(string ending) => ending.ToLowerInvariant() switch
    {
        ".ndjson" => ".jsonl",
        ".feather" => ".arrow",
        var other => other,
    };
}
