using TypedExplain.Training;
using TypedExplain.Training.Research;

namespace Papers.Expo;

/// <summary>The regularizers of the paper with the weights that its authors selected.</summary>
public static class Regularization
{
    public const string None = "None", L1 = "L1", L2 = "L2", Fidelity = "FIDELITY", OneFeature = "1D-FIDELITY";

    /// <summary>All of them, in the order of the tables.</summary>
    public static IReadOnlyList<string> Names { get; } = [None, L1, L2, Fidelity, OneFeature];

    /// <summary>A regularizer; null for none.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="published">The published weights.</param>
    /// <param name="weight">Another weight.</param>
    /// <param name="radius">Another size of the neighborhoods.</param>
    public static IRegularizer<T>? Of<T>(string name, PublishedConfiguration published, double? weight = null, double? radius = null)
        where T : IFeatureRecord<T> => name switch
        {
            None => null,
            L1 => new L1Regularizer<T> { Weight = weight ?? published.L1!.Value },
            L2 => new L2Regularizer<T> { Weight = weight ?? published.L2!.Value },
            Fidelity => new FidelityRegularizer<T> { Weight = weight ?? published.Fidelity!.Value, Radius = radius ?? 0.5 },
            OneFeature => new OneFeatureFidelityRegularizer<T> { Weight = weight ?? published.OneFeatureFidelity!.Value, Radius = radius ?? 0.5 },
            _ => throw new ArgumentException($"There is no regularizer {name}.", nameof(name)),
        };

    /// <summary>What was published of a data set.</summary>
    public static PublishedConfiguration Published(string data) => PublishedConfiguration.All.Single(own => own.Data == data);
}
