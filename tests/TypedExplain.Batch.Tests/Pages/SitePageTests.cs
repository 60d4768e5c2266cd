using TypedExplain.Batch.Tests.Pages.Guides;
using TypedExplain.Tests.Support;

namespace TypedExplain.Batch.Tests.Pages;

/// <summary>The guide of docs about batches holds what its program prints.</summary>
public class SitePageTests
{
    [Fact]
    public void ThePageIsWhatItsProgramPrints()
    {
        ReferencePage page = new("guides/nightly-batch.md", NightPage.Run);
        page.Check();
    }
}
