using System.Text.Json;
using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Structure;

/// <summary>Files hold one idea, and the filters of the solution name projects that are there.</summary>
public class FileTests
{
    private const int MostLines = 250;

    [Fact]
    public void NoFileIsLong()
    {
        string[] files = [.. new[] { "src", "generators", "samples" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))];

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.True(File.ReadLines(file).Count() <= MostLines, $"{Path.GetRelativePath(Repository.Root, file)} has more than {MostLines} lines."));
    }

    [Fact]
    public void FiltersNameProjectsOfTheSolution()
    {
        string solution = File.ReadAllText(Path.Combine(Repository.Root, "TypedExplain.sln"));
        string[] filters = Directory.GetFiles(Path.Combine(Repository.Root, "eng", "filters"), "*.slnf");

        Assert.NotEmpty(filters);
        Assert.All(filters, filter =>
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(filter));
            Assert.All(document.RootElement.GetProperty("solution").GetProperty("projects").EnumerateArray(), project => Assert.Contains($"\"{project.GetString()}\"", solution));
        });
    }
}
