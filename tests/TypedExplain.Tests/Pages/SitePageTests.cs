using TypedExplain.Tests.Pages.Concepts;
using TypedExplain.Tests.Pages.Guides;
using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Pages;

/// <summary>The guides and concepts of docs hold what their programs print.</summary>
public class SitePageTests
{
    private static readonly ReferencePage[] s_pages =
    [
        new("guides/first-explanation.md", FirstExplanationPage.Run),
        new("guides/mixed-record.md", MixedRecordPage.Run),
        new("guides/end-early.md", CancelPage.Run),
        new("guides/native-aot.md", NativeAotPage.Run),
        new("guides/extending.md", ExtendingPage.Run),
        new("guides/rows.md", RowsPage.Run),
        new("concepts/neighborhood.md", NeighborhoodPage.Run),
        new("concepts/effects-and-contributions.md", EffectsPage.Run),
        new("concepts/intervals.md", IntervalsPage.Run),
        new("concepts/trust.md", TrustPage.Run),
        new("comparison.md", ComparisonPage.Run),
        new("migration/shap.md", FromShapPage.Run),
        new("migration/lime.md", FromLimePage.Run),
    ];

    public static TheoryData<string> Pages => [.. s_pages.Select(page => page.Path)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void ThePageIsWhatItsProgramPrints(string path) => s_pages.Single(page => page.Path == path).Check();
}
