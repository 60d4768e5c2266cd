using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using TypedExplain.Reports.Tests.Browser;
using TypedExplain.Reports.Tests.Support;

namespace TypedExplain.Reports.Tests.Pages;

/// <summary>Pages as a browser, a reader of screens and a printer have them.</summary>
[Collection(nameof(BrowserCollection))]
public class PageTests(BrowserFixture browser)
{
    public static TheoryData<string> Names => [.. MadePages.All.Keys];

    [BrowserTheory]
    [MemberData(nameof(Names))]
    public void A_browser_finds_nothing_wrong(string name)
    {
        PageResult result = browser.Of(name);
        result.IsGood();
        Assert.Equal(["banner", "main", "contentinfo"], result.Landmarks.AsEnumerable());
        Assert.Equal(1, result.Headings.Count(heading => heading.Level == 1));
    }

    /// <summary>What a browser shows in the tables of a page are the numbers of its pictures.</summary>
    [BrowserTheory]
    [MemberData(nameof(Names))]
    public void Its_tables_are_those_of_its_pictures(string name)
    {
        PageResult result = browser.Of(name);
        foreach (Picture picture in MadePages.All[name].Value.Pictures)
        {
            string[][] own = [[.. picture.Table.Columns.Select(column => Shown(column.Name))], .. picture.Table.Rows.Select(row => row.Select(cell => Shown(cell.Text)).ToArray())];
            Assert.Contains(result.Tables, table => table.Rows.Length == own.Length && own.Zip(table.Rows).All(rows => rows.First.SequenceEqual(rows.Second)));
        }

        static string Shown(string text) => string.Join(' ', Errors.VisibleText.Name(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Without a browser: nothing that runs, nothing from elsewhere, and of bounded size.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_runs_and_nothing_is_asked_for(string name)
    {
        string html = MadePages.All[name].Value.Html;
        Assert.True(Encoding.UTF8.GetByteCount(html) < 500_000, $"{name} has {html.Length}");
        Assert.DoesNotMatch(new Regex("<script|<link|<iframe|<object|<form|@import|url\\(|[\u202A-\u202E\u2066-\u2069]"), html);
        XElement page = XElement.Parse(html.Replace("<!DOCTYPE html>\n", "").Replace("<meta charset=\"utf-8\">", "").Replace("content=\"width=device-width, initial-scale=1\">", "content=\"\"/>").Replace("content=\"light dark\">", "content=\"\"/>").Replace("alt=", " alt=").Replace("=\">\n<img", "=\"/>\n<img").Replace("=\">\n</p>", "=\"/>\n</p>"));
        Assert.DoesNotContain(page.Descendants().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name.LocalName is "href" or "srcset" or "action" || (attribute.Name.LocalName == "src" && !attribute.Value.StartsWith("data:image/png;base64,", StringComparison.Ordinal)));
        Assert.Equal(html, MadePages.All[name].Value.Html);
    }

    [Fact]
    public void A_refused_explanation_says_so() =>
        Assert.Contains("There is no explanation that can be relied on: ", MadePages.All["decision-refused"].Value.Html);

    [Fact]
    public void A_customer_sees_no_protected_value()
    {
        string html = MadePages.All["decision-customer"].Value.Html;
        Assert.DoesNotContain($"{Settings.People[3].Age} years", html);
        Assert.Contains("more and 2 protected, together", html);
        Assert.DoesNotContain("sha256", html);
        Assert.Contains("sha256", MadePages.All["decision-validator"].Value.Html);
    }

    [Fact]
    public void It_is_written_to_a_file()
    {
        string path = Path.Combine(Path.GetTempPath(), $"page-{Guid.NewGuid():N}.html");
        Assert.Equal(path, MadePages.All["decision-customer"].Value.Save(path));
        Assert.Equal(MadePages.All["decision-customer"].Value.Html, File.ReadAllText(path));
        File.Delete(path);
    }
}
