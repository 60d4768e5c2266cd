using System.Text.RegularExpressions;
using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Pages;

/// <summary>Links between pages lead to files and headings that exist.</summary>
public partial class PageLinkTests
{
    private static readonly string[] s_folders = ["docs", "samples", "src", "generators", "tests", "eng", "benchmarks", ".github"];

    public static TheoryData<string> Pages => [.. Found()];

    [Theory]
    [MemberData(nameof(Pages))]
    public void EveryLinkOfAPageLeadsSomewhere(string page)
    {
        string path = Path.Combine(Repository.Root, page);
        string[] broken = [.. Links().Matches(File.ReadAllText(path)).Select(link => link.Groups[1].Value).Where(link => !link.Contains(':')).Where(link => !Leads(path, link))];
        Assert.Empty(broken);
    }

    [Fact]
    public void APageThatIsNotThereIsFound()
    {
        string readme = Path.Combine(Repository.Root, "README.md");
        Assert.True(Leads(readme, "docs/architecture.md#rooms"));
        Assert.False(Leads(readme, "docs/architecture.md#cellars"));
        Assert.False(Leads(readme, "docs/nowhere.md"));
    }

    private static IEnumerable<string> Found() =>
        Directory.EnumerateFiles(Repository.Root, "*.md").Concat(s_folders.Select(folder => Path.Combine(Repository.Root, folder)).Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)))
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/bin/") && !path.Contains("/obj/"))
            .Order(StringComparer.Ordinal);

    private static bool Leads(string page, string link)
    {
        string[] parts = link.Split('#');
        string target = parts[0].Length == 0 ? page : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, Uri.UnescapeDataString(parts[0])));
        if (!File.Exists(target))
            return Directory.Exists(target);
        return parts.Length == 1 || Headings().Matches(File.ReadAllText(target)).Select(heading => Anchor(heading.Groups[1].Value)).Contains(parts[1]);
    }

    private static string Anchor(string heading) => Marks().Replace(heading.Trim().ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"\[[^\]]*\]\(([^)\s]+)\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Headings();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex Marks();
}
