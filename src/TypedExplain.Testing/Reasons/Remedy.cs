using System.Globalization;

namespace TypedExplain.Testing.Reasons;

/// <summary>What makes an explainer's reasons depend less on its seed.</summary>
internal static class Remedy
{
    /// <summary>What to do, as a sentence.</summary>
    public static string Of<T>(IExplainer<T> explainer)
        where T : IFeatureRecord<T> => explainer switch
        {
            Linex<T> { Redraws: { } redraws } linex => string.Create(CultureInfo.InvariantCulture, $"Let LINEX not draw its environments (Redraws is {redraws}; null changes least with the seed), or draw more samples (Samples of the neighborhood is {linex.Neighborhood.Samples})."),
            LinearExplainer<T> linear => string.Create(CultureInfo.InvariantCulture, $"Draw more samples (Samples of the neighborhood is {linear.Neighborhood.Samples}), let a Certifier draw until TopReasonsDecided of the standard is met, or make effects more precise without queries (Adjustment)."),
            KernelShap<T> => "Ask about more coalitions (Samples), or list all of them where the record has few features (ExactUpTo).",
            PermutationShap<T> shap => string.Create(CultureInfo.InvariantCulture, $"Draw more permutations (Permutations is {shap.Permutations})."),
            Melime<T> => "Draw more batches, or settle later (Batches, ImportanceTolerance).",
            _ => $"Let {explainer.Name} draw more.",
        };
}
