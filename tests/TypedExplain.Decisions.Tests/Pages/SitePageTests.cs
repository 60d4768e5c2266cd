using TypedExplain.Decisions.Tests.Pages.Guides;
using TypedExplain.Decisions.Tests.Pages.Parts;
using TypedExplain.Tests.Support;

namespace TypedExplain.Decisions.Tests.Pages;

/// <summary>The pages of docs about reasons and recourse hold what their programs print and what the code says of options.</summary>
public class SitePageTests
{
    private static readonly ReferencePage[] s_pages =
    [
        new("guides/credit-decision.md", CreditDecisionPage.Run),
        new("reference/explainers/recourse.md", RecoursePage.Run, typeof(Recourse<>)),
        new("reference/explainers/principal-reasons.md", PrincipalReasonsPage.Run, typeof(PrincipalReasons<>)),
    ];

    public static TheoryData<string> Pages => [.. s_pages.Select(page => page.Path)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_page_is_what_the_code_says(string path) => s_pages.Single(page => page.Path == path).Check();
}
