using TypedExplain.Media;
using TypedExplain.Tests.Pages.Reference.Explainers;
using TypedExplain.Tests.Pages.Reference.Global;
using TypedExplain.Tests.Pages.Reference.Metrics;
using TypedExplain.Tests.Pages.Reference.Neighborhoods;
using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Pages.Reference;

/// <summary>The pages of docs/reference hold what their programs print and what the code says of options.</summary>
public class ReferencePageTests
{
    private static readonly ReferencePage[] s_pages =
    [
        new("reference/explainers/linex.md", LinexPage.Run, typeof(Linex<>)),
        new("reference/explainers/lime.md", LimePage.Run, typeof(Lime<>)),
        new("reference/explainers/smoothed-lime.md", SmoothedLimePage.Run, typeof(SmoothedLime<>)),
        new("reference/explainers/melime.md", MelimePage.Run, typeof(Melime<>)),
        new("reference/explainers/maple.md", MaplePage.Run, typeof(Maple<>)),
        new("reference/explainers/kernel-shap.md", KernelShapPage.Run, typeof(KernelShap<>)),
        new("reference/explainers/permutation-shap.md", PermutationShapPage.Run, typeof(PermutationShap<>)),
        new("reference/explainers/tree-shap.md", TreeShapPage.Run, typeof(TreeShap<>)),
        new("reference/explainers/consensus.md", ConsensusPage.Run, typeof(Consensus<>)),
        new("reference/explainers/certifier.md", CertifierPage.Run, typeof(Certifier<>), typeof(ExplanationStandard)),
        new("reference/explainers/forest-adjustment.md", ForestAdjustmentPage.Run, typeof(ForestAdjustment)),
        new("reference/explainers/baselines.md", BaselinesPage.Run, typeof(TrivialExplainer<>), typeof(RandomExplainer<>), typeof(GlobalSurrogate<>)),
        new("reference/neighborhoods/gaussian.md", GaussianPage.Run, typeof(GaussianNeighborhood<>)),
        new("reference/neighborhoods/binned.md", BinnedPage.Run, typeof(BinnedNeighborhood<>)),
        new("reference/neighborhoods/kde.md", KdePage.Run, typeof(KdeNeighborhood<>)),
        new("reference/neighborhoods/training-selection.md", TrainingSelectionPage.Run, typeof(TrainingSelection<>)),
        new("reference/neighborhoods/texts.md", MediaPage.Run, typeof(MediaNeighborhood<>), typeof(MaskedText)),
        new("reference/neighborhoods/images.md", MaskedImagePage.Run, typeof(MaskedImage)),
        new("reference/neighborhoods/word2vec.md", Word2VecPage.Run, typeof(Word2VecNeighborhood), typeof(Word2VecTrainer)),
        new("reference/neighborhoods/kernels.md", KernelsPage.Run, typeof(ExponentialKernel), typeof(NormalKernel)),
        new("reference/neighborhoods/local-models.md", LocalModelsPage.Run, typeof(RidgeRegression), typeof(HuberRegression), typeof(GradientDescent)),
        new("reference/metrics/infidelity.md", InfidelityPage.Run, typeof(Infidelity<>)),
        new("reference/metrics/generalized-infidelity.md", GeneralizedInfidelityPage.Run, typeof(GeneralizedInfidelity<>)),
        new("reference/metrics/coefficient-inconsistency.md", CoefficientInconsistencyPage.Run, typeof(CoefficientInconsistency<>)),
        new("reference/metrics/unidirectionality.md", UnidirectionalityPage.Run, typeof(Unidirectionality<>)),
        new("reference/metrics/class-attribution-consistency.md", ClassAttributionConsistencyPage.Run, typeof(ClassAttributionConsistency<>)),
        new("reference/metrics/fidelity.md", FidelityPage.Run, typeof(PointFidelity<>), typeof(NeighborhoodFidelity<>)),
        new("reference/metrics/stability.md", StabilityPage.Run, typeof(Stability<>), typeof(ResamplingStability<>)),
        new("reference/metrics/seed-variance.md", SeedVariancePage.Run, typeof(SeedVariance<>)),
        new("reference/metrics/metric-table.md", MetricTablePage.Run),
        new("reference/global/permutation-importance.md", PermutationImportancePage.Run, typeof(PermutationImportance<>)),
        new("reference/global/partial-dependence.md", PartialDependencePage.Run, typeof(PartialDependence<>)),
        new("reference/global/accumulated-local-effects.md", AccumulatedLocalEffectsPage.Run, typeof(AccumulatedLocalEffects<>)),
        new("reference/global/interaction-strength.md", InteractionStrengthPage.Run, typeof(InteractionStrength<>)),
        new("reference/global/ceteris-paribus.md", CeterisParibusPage.Run, typeof(CeterisParibus<>)),
        new("reference/global/portfolio-summary.md", PortfolioSummaryPage.Run, typeof(SummaryOptions<>)),
    ];

    public static TheoryData<string> Pages => [.. s_pages.Select(page => page.Path)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void ThePageIsWhatTheCodeSays(string path) => s_pages.Single(page => page.Path == path).Check();
}
