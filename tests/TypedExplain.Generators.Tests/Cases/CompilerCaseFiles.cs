using System.Runtime.CompilerServices;
namespace TypedExplain.Generators.Tests.Cases;

/// <summary>The cases in the folder TYPEDEXPLAIN_CASES (default: the folder shared/cases/compiler beside the repository).</summary>
internal static class CompilerCaseFiles
{
    public static string Folder { get; } = Environment.GetEnvironmentVariable("TYPEDEXPLAIN_CASES") is { Length: > 0 } folder
        ? Path.GetFullPath(folder)
        : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../../shared/cases/compiler"));

    public static IEnumerable<string> Names => Directory.Exists(Folder)
        ? Directory.EnumerateFiles(Folder, "*.cs").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)
        : [];

    public static CompilerCase Read(string name) => new(File.ReadAllText(Path.Combine(Folder, name + ".cs")));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}

/// <summary>A theory over the cases; skipped, saying so, where the folder has none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CaseTheoryAttribute : TheoryAttribute
{
    public CaseTheoryAttribute()
    {
        if (!CompilerCaseFiles.Names.Any())
            Skip = $"No case in {CompilerCaseFiles.Folder}; set TYPEDEXPLAIN_CASES to a folder that has some.";
    }
}
