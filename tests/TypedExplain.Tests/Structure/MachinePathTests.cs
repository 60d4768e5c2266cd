using System.Text.RegularExpressions;
using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Structure;

/// <summary>Nothing that ships names a folder of the machine that it was written on.</summary>
public partial class MachinePathTests
{
    private static readonly string[] s_folders = ["src", "generators", "samples", "benchmarks", "docs"];

    [Fact]
    public void NoFileNamesAFolderOfAMachine()
    {
        IEnumerable<string> found =
            from file in Files()
            from line in File.ReadLines(file).Select((text, index) => (Text: text, Number: index + 1))
            where MachinePath().IsMatch(line.Text)
            select $"{Path.GetRelativePath(Repository.Root, file)}:{line.Number} {line.Text.Trim()}";
        Assert.Empty(found);
    }

    [Theory]
    [InlineData("File.ReadAllText(\"/tmp/data.csv\")", true)]
    [InlineData("see /home/somebody", true)]
    [InlineData("`/root`", true)]
    [InlineData(@"C:\Users\somebody\data.csv", true)]
    [InlineData("https://example.org/home/page.html", false)]
    [InlineData("the model's output / work of others", false)]
    [InlineData("obj/tmp/file", false)]
    public void TheCheckKnowsAFolder(string text, bool found) => Assert.Equal(found, MachinePath().IsMatch(text));

    private static IEnumerable<string> Files() => s_folders
        .Select(folder => Path.Combine(Repository.Root, folder))
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        .Where(file => !Output().IsMatch(Path.GetRelativePath(Repository.Root, file)))
        .Concat(Directory.EnumerateFiles(Repository.Root, "*.md"));

    [GeneratedRegex("""(?<![\w.:/-])/(work|root|home|tmp)(?![\w-])|[A-Z]:\\Users""")]
    private static partial Regex MachinePath();

    [GeneratedRegex("""[/\\](bin|obj|BenchmarkDotNet\.Artifacts)[/\\]""")]
    private static partial Regex Output();
}
