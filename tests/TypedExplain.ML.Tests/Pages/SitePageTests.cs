using TypedExplain.ML.Tests.Pages.Guides;
using TypedExplain.Tests.Support;

namespace TypedExplain.ML.Tests.Pages;

/// <summary>The guide of docs about ML.NET pipelines holds what its program prints.</summary>
public class SitePageTests
{
    [Fact]
    public void ThePageIsWhatItsProgramPrints()
    {
        ReferencePage page = new("guides/ml-net.md", MLNetPage.Run);
        page.Check();
    }
}
