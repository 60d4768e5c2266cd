using TypedExplain.Tests.Support;

namespace TypedExplain.Fuzz;

/// <summary>
/// Files that were found to be too much once, from the folder that TYPEDEXPLAIN_CASE_FILES names (default: the folder
/// shared/cases/files beside the repository). The beginning of a file's name says which reader it is for.
/// </summary>
public class CaseFileTests
{
    private static readonly string s_folder = Environment.GetEnvironmentVariable("TYPEDEXPLAIN_CASE_FILES") is { Length: > 0 } folder
        ? Path.GetFullPath(folder)
        : Path.Combine(Repository.Root, "..", "shared", "cases", "files");

    private static readonly Dictionary<string, string> s_readers = new() { ["forest"] = "onnx-forest", ["generator"] = "generator-onnx" };

    public static TheoryData<string> Files => Directory.Exists(s_folder) ? [.. Directory.EnumerateFiles(s_folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)] : [];

    [FileTheory]
    [MemberData(nameof(Files))]
    public void Is_read_or_refused_by_name_in_little_memory(string file)
    {
        string kind = file.Split('-', '.')[0], name = s_readers.GetValueOrDefault(kind, kind);
        Reader[] readers = [.. Readers.All.Where(reader => reader.Name == name)];
        byte[] bytes = File.ReadAllBytes(Path.Combine(s_folder, file));
        Assert.All(readers.Length > 0 ? readers : [.. Readers.All], reader =>
        {
            Counts counts = new Fuzzer(reader).Run(bytes);
            Assert.True(counts.IsClean, string.Join("\n", counts.Found.Prepend(counts.ToString())));
        });
    }

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class FileTheoryAttribute : TheoryAttribute
    {
        public FileTheoryAttribute()
        {
            if (Files.Count == 0)
                Skip = $"No file in {s_folder}; set TYPEDEXPLAIN_CASE_FILES to a folder that has some.";
        }
    }
}
