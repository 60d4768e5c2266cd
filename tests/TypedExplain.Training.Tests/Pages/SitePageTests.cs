using TypedExplain.Training.Tests.Pages.Guides;
using TypedExplain.Tests.Support;

namespace TypedExplain.Training.Tests.Pages;

/// <summary>The guide of docs about training holds what its program prints.</summary>
public class SitePageTests
{
    [Fact]
    public void ThePageIsWhatItsProgramPrints()
    {
        ReferencePage page = new("guides/expo.md", ExpoPage.Run);
        page.Check();
    }
}
