using TypedExplain.Testing.Tests.Pages.Guides;
using TypedExplain.Tests.Support;

namespace TypedExplain.Testing.Tests.Pages;

/// <summary>The guide of docs about tests of explanations holds what its program prints.</summary>
public class SitePageTests
{
    [Fact]
    public void ThePageIsWhatItsProgramPrints()
    {
        ReferencePage page = new("guides/reason-tests.md", ReasonTestsPage.Run);
        page.Check();
    }
}
