using System.Globalization;
using System.Text.Json;
using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Golden;

/// <summary>
/// Inputs and outputs of reference implementations: every JSON file of the folder TYPEDEXPLAIN_GOLDEN (default: the
/// folder shared/golden beside the repository) that names a fixture.
/// </summary>
internal static class GoldenFiles
{
    public static string Folder { get; } =
        Environment.GetEnvironmentVariable("TYPEDEXPLAIN_GOLDEN") is { Length: > 0 } folder
            ? Path.GetFullPath(folder)
            : Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "golden"));

    private static readonly Lazy<ILookup<string, (string File, JsonElement Root)>> s_fixtures = new(Read);

    public static bool Has(string fixture) => s_fixtures.Value.Contains(fixture);

    /// <summary>One row of theory data for each element of a list in each file of a fixture.</summary>
    public static IEnumerable<object[]> Cases(string fixture, string list) =>
        from file in s_fixtures.Value[fixture]
        from index in Enumerable.Range(0, file.Root.TryGetProperty(list, out JsonElement cases) ? cases.GetArrayLength() : 0)
        select new object[] { file.File, index };

    /// <summary>The files of a fixture.</summary>
    public static IEnumerable<(string File, JsonElement Root)> Roots(string fixture) => s_fixtures.Value[fixture];

    public static (JsonElement Root, JsonElement Case) Load(string fixture, string file, string list, int index)
    {
        JsonElement root = s_fixtures.Value[fixture].Single(candidate => candidate.File == file).Root;
        return (root, root.GetProperty(list)[index]);
    }

    private static ILookup<string, (string File, JsonElement Root)> Read()
    {
        string[] files = Directory.Exists(Folder) ? [.. Directory.EnumerateFiles(Folder, "*.json").Order(StringComparer.Ordinal)] : [];
        return files
            .Select(file => (File: Path.GetFileName(file), Root: JsonDocument.Parse(File.ReadAllText(file)).RootElement))
            .Where(file => file.Root.ValueKind == JsonValueKind.Object && file.Root.TryGetProperty("fixture", out _))
            .ToLookup(file => file.Root.GetProperty("fixture").GetString()!);
    }
}

/// <summary>A theory over golden cases; skipped, saying so, where the folder has no file of the fixture.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class GoldenTheoryAttribute : TheoryAttribute
{
    public GoldenTheoryAttribute(string fixture)
    {
        if (!GoldenFiles.Has(fixture))
            Skip = $"No golden file of the fixture {fixture} in {GoldenFiles.Folder}; set TYPEDEXPLAIN_GOLDEN to a folder that has one.";
    }
}

/// <summary>Reading numbers from golden files, where infinities and NaN are strings.</summary>
internal static class GoldenJson
{
    public static double Number(this JsonElement element) => element.ValueKind == JsonValueKind.String
        ? double.Parse(element.GetString()!, CultureInfo.InvariantCulture)
        : element.GetDouble();

    public static double Number(this JsonElement element, string property) => element.GetProperty(property).Number();

    public static double[] Vector(this JsonElement element) => [.. element.EnumerateArray().Select(Number)];

    public static double[] Vector(this JsonElement element, string property) => element.GetProperty(property).Vector();

    public static int[] Integers(this JsonElement element, string property) => [.. element.GetProperty(property).EnumerateArray().Select(item => item.GetInt32())];

    public static double[][] Matrix(this JsonElement element, string property) => [.. element.GetProperty(property).EnumerateArray().Select(Vector)];

    /// <summary>The tolerances that a file states for all its cases.</summary>
    public static Tolerance Tolerance(this JsonElement root) =>
        new(root.GetProperty("tolerance").Number("abs"), root.GetProperty("tolerance").Number("rel"));
}

/// <summary>|actual − expected| ≤ absolute + relative·|expected|.</summary>
internal readonly record struct Tolerance(double Absolute, double Relative = 0)
{
    public void Check(double expected, double actual, string what)
    {
        if (double.IsNaN(expected) && double.IsNaN(actual))
            return;
        double allowed = Absolute + (Relative * Math.Abs(expected));
        Assert.True(
            Math.Abs(actual - expected) <= allowed,
            string.Create(CultureInfo.InvariantCulture, $"{what}: expected {expected:R}, got {actual:R}, off by {Math.Abs(actual - expected):G3}, allowed {allowed:G3}"));
    }

    public void Check(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
            Check(expected[i], actual[i], $"{what}[{i}]");
    }
}
