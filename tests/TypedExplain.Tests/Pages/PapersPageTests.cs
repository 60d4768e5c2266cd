using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Pages;

/// <summary>The pages of docs/papers are by the studies as they are, or say that they are older.</summary>
public partial class PapersPageTests
{
    private const string Mark = "**Older than the code.**";

    private static readonly string s_pages = Path.Combine(Repository.Root, "docs", "papers"), s_samples = Path.Combine(Repository.Root, "samples", "Papers");

    [Fact]
    public void EveryPageNamesItsCommandAndIsByTheVersionOfItsStudyUnlessItSaysThatItIsOlder()
    {
        Dictionary<string, int> versions = Studies().ToDictionary(study => study.Name, study => study.Version);
        foreach (string file in Pages())
        {
            string name = Path.GetFileNameWithoutExtension(file), text = File.ReadAllText(file);
            Assert.True(versions.TryGetValue(name, out int version), $"No study makes {Path.GetFileName(file)}; delete it.");
            Match stamp = Stamp().Match(text);
            Assert.True(stamp.Success, $"{Path.GetFileName(file)} does not say how it was made.");
            string command = stamp.Groups[1].Value.Split(" --")[0];
            Assert.True(command.Replace(' ', '-') == name, $"{Path.GetFileName(file)} says that it was made by \"{command}\".");
            bool isOlder = stamp.Groups[2].Value != version.ToString(System.Globalization.CultureInfo.InvariantCulture);
            Assert.True(
                isOlder == text.Contains(Mark, StringComparison.Ordinal),
                $"{Path.GetFileName(file)} is by version {(stamp.Groups[2].Success ? stamp.Groups[2].Value : "none")} of its study, the code is at {version}, and it {(isOlder ? "does not say that it is older" : "says that it is older")}. Run its command again, or the command \"contents\", which marks it.");
        }
    }

    [Fact]
    public void TheStartPageCountsTheFindingsOfThePages()
    {
        string folder = Directory.CreateTempSubdirectory("papers").FullName;
        try
        {
            foreach (string file in Pages())
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            RunPapers("contents", "--pages", folder);
            foreach (string file in Directory.GetFiles(folder))
                Assert.Equal(Text(Path.Combine(s_pages, Path.GetFileName(file))), Text(file));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>
    /// Whoever changes what a study's numbers come from must say whether they change: by a new version, or by accepting the
    /// sources as they are (SNAPSHOT_ACCEPT=1).
    /// </summary>
    [Fact]
    public void AChangeOfAStudysSourcesIsLookedAt()
    {
        string file = Path.Combine(s_samples, "versions.txt");
        string[] now = [.. Studies().Select(study => $"{study.Name} {study.Version} {Digest(study.Sources)}")];
        if (Environment.GetEnvironmentVariable("SNAPSHOT_ACCEPT") == "1")
            File.WriteAllLines(file, now);
        string[] changed = [.. now.Except(File.ReadAllLines(file)).Select(line => line.Split(' ')[0])];
        Assert.True(changed.Length == 0, $"The sources of {string.Join(", ", changed)} are not those of samples/Papers/versions.txt. If numbers may change, raise the study's Version and run its command again; then accept with SNAPSHOT_ACCEPT=1.");
    }

    private static IEnumerable<string> Pages() => Directory.GetFiles(s_pages, "*.md").Where(file => Path.GetFileName(file) != "README.md");

    private static (string Name, int Version, string[] Sources)[] Studies() =>
    [
        .. RunPapers("versions").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' '))
            .Select(words => (words[0], int.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture), words[2..])),
    ];

    private static string RunPapers(params string[] arguments) =>
        Consumer.Run("dotnet", [Path.Combine(s_samples, "bin", Consumer.Configuration, "net10.0", "Papers.dll"), .. arguments]);

    /// <summary>Of what the compiler sees: neither comments nor white space at the ends of lines count.</summary>
    private static string Digest(string[] sources)
    {
        StringBuilder text = new();
        foreach (string source in sources)
        {
            string path = Path.Combine(s_samples, source);
            string[] files = File.Exists(path) ? [path] : [.. Directory.GetFiles(path, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
            foreach (string line in files.SelectMany(File.ReadLines).Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)))
                text.Append(line).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }

    private static string Text(string file) => File.ReadAllText(file).ReplaceLineEndings("\n");

    [GeneratedRegex(@"^Made by `dotnet run -c Release --project samples/Papers -- ([^`]+)`(?:, version (\d+) of the study)?", RegexOptions.Multiline)]
    private static partial Regex Stamp();
}
