namespace TypedExplain.Tests.Support;

/// <summary>
/// Real data sets, which are not in the repository: the folder in TYPEDEXPLAIN_DATA, or else shared/data beside the
/// repository.
/// </summary>
internal static class TestData
{
    private const string Variable = "TYPEDEXPLAIN_DATA";

    public static string Folder { get; } =
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data"));

    /// <summary>Why tests on real data cannot run; null where they can.</summary>
    public static string? Missing { get; } =
        Directory.Exists(Folder) ? null : $"There are no data sets in {Folder}; set {Variable} to the folder that has iris/iris.csv and the others.";

    /// <summary>The rows of a CSV file without quotes, less its header, as text.</summary>
    public static string[][] Rows(string file) =>
        [.. File.ReadLines(Path.Combine(Folder, file)).Skip(1).Select(line => line.Split(','))];
}

/// <summary>A test on real data; skipped where they are missing.</summary>
internal sealed class DataFactAttribute : FactAttribute
{
    public DataFactAttribute() => Skip = TestData.Missing;
}
