using System.Text.RegularExpressions;
using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Pages;

/// <summary>Every page can be found from the contents of the site, and no page about code is without a program that runs.</summary>
public partial class SiteContentsTests
{
    private static readonly string s_docs = Path.Combine(Repository.Root, "docs");

    /// <summary>Pages that the page of their folder lists.</summary>
    private static readonly string[] s_listed = ["papers/", "diagnostics/", "decisions/"];

    private static readonly string[] s_pages = [.. Directory.EnumerateFiles(s_docs, "*.md", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(s_docs, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Fact]
    public void TheContentsNameEveryPage()
    {
        string[] named = [.. Target().Matches(File.ReadAllText(Path.Combine(s_docs, "toc.yml"))).Select(match => match.Groups[1].Value)];
        Assert.Empty(named.Except(s_pages));
        Assert.All(s_pages.Except(named), page => Assert.Contains(s_listed, folder => page.StartsWith(folder, StringComparison.Ordinal)));
    }

    [Fact]
    public void TheIndexLeadsToCodeForWhateverANewcomerWants()
    {
        string section = File.ReadAllText(Path.Combine(s_docs, "index.md")).ReplaceLineEndings("\n").Split("## I want to …\n")[1].Split("\n## ")[0];
        string[] rows = [.. section.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1)];
        Assert.Equal(10, rows.Length);
        Assert.All(rows, row => Assert.Contains(Link().Matches(row), link => File.ReadAllText(Path.Combine(s_docs, link.Groups[1].Value)).Contains("```csharp", StringComparison.Ordinal)));
    }

    /// <summary>The programs are those of the tests that hold a page to what it prints.</summary>
    [Fact]
    public void NoPageIsWithoutAProgram()
    {
        string tests = string.Concat(new[] { "TypedExplain.Tests/Pages/SitePageTests.cs", "TypedExplain.Tests/Pages/Reference/ReferencePageTests.cs", "TypedExplain.Training.Tests/Pages/Reference/ReferencePageTests.cs", "TypedExplain.Decisions.Tests/Pages/SitePageTests.cs", "TypedExplain.ML.Tests/Pages/SitePageTests.cs", "TypedExplain.Training.Tests/Pages/SitePageTests.cs", "TypedExplain.Testing.Tests/Pages/SitePageTests.cs", "TypedExplain.Batch.Tests/Pages/SitePageTests.cs" }
            .Select(file => File.ReadAllText(Path.Combine(Repository.Root, "tests", file))));
        string[] folders = ["concepts/", "guides/", "migration/", "reference/"];
        string[] pages = [.. s_pages.Where(page => folders.Any(folder => page.StartsWith(folder, StringComparison.Ordinal)) && page != "reference/README.md")];
        Assert.NotEmpty(pages);
        Assert.All(pages, page => Assert.Contains($"new(\"{page}\"", tests));
    }

    /// <summary>The loans of most pages can be pasted: their record and their data stand on the reference, as the tests have them.</summary>
    [Fact]
    public void TheLoansOfThePagesAreOnTheReference()
    {
        string page = File.ReadAllText(Path.Combine(s_docs, "reference", "README.md")).ReplaceLineEndings("\n");
        string loans = File.ReadAllText(Path.Combine(Repository.Root, "tests", "TypedExplain.Tests", "Support", "Loans.cs")).ReplaceLineEndings("\n");
        Assert.Contains(loans[loans.IndexOf("internal static class Loans", StringComparison.Ordinal)..].TrimEnd() + "\n```", page);
        string schemas = File.ReadAllText(Path.Combine(Repository.Root, "tests", "TypedExplain.Tests", "Zoo", "Schemas.cs")).ReplaceLineEndings("\n");
        string[] types = Types().Match(page).Groups[1].Value.Split("\n\n");
        Assert.Equal(2, types.Length);
        Assert.All(types, type => Assert.Contains(type.Trim(), schemas));
    }

    [GeneratedRegex("```csharp\n(\\[FeatureRecord\\].*?)```", RegexOptions.Singleline)]
    private static partial Regex Types();

    [GeneratedRegex(@"href: (\S+)")]
    private static partial Regex Target();

    [GeneratedRegex(@"\]\(([^)#]+\.md)")]
    private static partial Regex Link();
}
