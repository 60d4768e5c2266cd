using TypedExplain.Tests.Support;

namespace TypedExplain.Reports.Tests.Browser;

/// <summary>A good page has no findings, and of each bad one what is wrong with it is found.</summary>
[Collection(nameof(BrowserCollection))]
public class HarnessTests(BrowserFixture browser)
{
    [BrowserFact]
    public void A_good_page_has_no_findings()
    {
        PageResult page = browser.Of("good");
        page.IsGood();

        Assert.Equal([new(1, "Why the model answers as it does"), new(2, "Features")], page.Headings.AsEnumerable());
        Assert.Equal(["banner", "main", "contentinfo"], page.Landmarks.AsEnumerable());
        Assert.Equal(["Feature|Mean", "Age|+0.250", "Annual income|-0.125"], page.Table("Contributions").Rows.Select(row => string.Join('|', row)));
        Assert.Equal(7, page.Shots.Length);
        Assert.All(page.Shots, shot => Assert.True(new FileInfo(Path.Combine(Repository.Root, "artifacts", "pages", shot)).Length > 1000, shot));
    }

    [BrowserTheory]
    [InlineData("inline-script", "console script", "Executing inline script violates")]
    [InlineData("external-image", "console request", "https://example.com/logo.png")]
    [InlineData("stray-requests", "console request script", "onclick of <button")]
    [InlineData("missing-alt", "axe", "image-alt (light)")]
    [InlineData("low-contrast", "axe", "color-contrast (light)")]
    [InlineData("dark-contrast", "axe", "color-contrast (dark)")]
    [InlineData("wide-figure", "reflow", "at 320 pixels: the page is 5")]
    [InlineData("broken-words", "reflow", "at 320 pixels: \"Feature\" is broken in a table")]
    [InlineData("bare-table", "table", "no headers")]
    [InlineData("skipped-level", "axe heading", "h3 \"Third\" comes after h1")]
    [InlineData("cut-figure", "print", "on Letter: a break may cut <figure style")]
    [InlineData("no-main", "axe landmark", "0 main, not one")]
    public void What_is_wrong_is_found_and_nothing_else(string name, string kinds, string detail)
    {
        PageResult page = browser.Of(name);

        Assert.Equal(kinds, string.Join(' ', page.Findings.Select(finding => finding.Kind).Distinct().Order()));
        Assert.Contains(page.Findings, finding => finding.Detail.Contains(detail, StringComparison.Ordinal));
    }

    [BrowserFact]
    public void A_figure_longer_than_a_page_is_found() =>
        Assert.Contains(browser.Of("cut-figure").Findings, finding => finding.Detail.StartsWith("on A4: 14", StringComparison.Ordinal) && finding.Detail.Contains("longer than a page: <figure><svg", StringComparison.Ordinal));

    [BrowserFact]
    public void A_page_that_is_not_good_fails_with_what_is_wrong() =>
        Assert.Contains("table: no headers", Assert.ThrowsAny<Exception>(() => browser.Of("bare-table").IsGood()).Message, StringComparison.Ordinal);
}
