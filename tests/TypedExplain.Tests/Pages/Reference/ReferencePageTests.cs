using TypedExplain.Tests.Pages.Reference.Explainers;
using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Pages.Reference;

/// <summary>The pages of docs/reference hold what their programs print and what the code says of options.</summary>
public class ReferencePageTests
{
    private static readonly ReferencePage[] s_pages =
    [
        new("reference/explainers/linex.md", LinexPage.Run, typeof(Linex<>)),
        new("reference/explainers/lime.md", LimePage.Run, typeof(Lime<>)),
        new("reference/explainers/kernel-shap.md", KernelShapPage.Run, typeof(KernelShap<>)),
    ];

    public static TheoryData<string> Pages => [.. s_pages.Select(page => page.Path)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void ThePageIsWhatTheCodeSays(string path) => s_pages.Single(page => page.Path == path).Check();
}
