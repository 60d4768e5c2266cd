using TypedExplain.Tests.Support;
using TypedExplain.Training.Tests.Pages.Reference.Explainers;
using TypedExplain.Training.Tests.Pages.Reference.Neighborhoods;
using TypedExplain.Training.Tests.Pages.Reference.Regularizers;

namespace TypedExplain.Training.Tests.Pages.Reference;

/// <summary>The pages of docs/reference about networks hold what their programs print and what the code says of options.</summary>
public class ReferencePageTests
{
    private static readonly ReferencePage[] s_pages =
    [
        new("reference/explainers/senn.md", SennPage.Run, typeof(SennTrainer<>)),
        new("reference/explainers/gradients.md", GradientsPage.Run, typeof(GradientMap<>), typeof(SmoothGradient<>), typeof(IntegratedGradients<>)),
        new("reference/neighborhoods/vae.md", VaePage.Run, typeof(VaeNeighborhood), typeof(VaeTrainer)),
        new("reference/regularizers/fidelity.md", FidelityPage.Run, typeof(FidelityRegularizer<>), typeof(ExpoTrainer<>)),
        new("reference/regularizers/one-feature-fidelity.md", OneFeatureFidelityPage.Run, typeof(OneFeatureFidelityRegularizer<>)),
        new("reference/regularizers/stability.md", StabilityPage.Run, typeof(StabilityRegularizer<>)),
        new("reference/regularizers/weights.md", WeightsPage.Run, typeof(L1Regularizer<>), typeof(L2Regularizer<>)),
    ];

    public static TheoryData<string> Pages => [.. s_pages.Select(page => page.Path)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void ThePageIsWhatTheCodeSays(string path) => s_pages.Single(page => page.Path == path).Check();
}
