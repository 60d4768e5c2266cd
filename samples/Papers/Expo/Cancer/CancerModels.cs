namespace Papers.Expo;

/// <summary>The models of the table of breast cancers.</summary>
public static class CancerModels
{
    public const string Accurate = "FIDELITY 0.001", OverRegularized = "FIDELITY 5", SelfExplaining = "SENN";

    /// <summary>All of them, in the order of the table.</summary>
    public static IReadOnlyList<string> All { get; } = [Accurate, OverRegularized, SelfExplaining];

    /// <summary>What a cell holds; the last three are NaN for a network that does not explain itself.</summary>
    public static IReadOnlyList<string> Numbers { get; } = ["accuracy", .. QualityNames.All, "own PF", "own NF", "own S"];

    /// <summary>Trains one model and gives its <see cref="Numbers"/>.</summary>
    /// <param name="name">Which.</param>
    /// <param name="seed">The seed of the division and of everything drawn.</param>
    /// <param name="isQuick">Whether a few epochs and test rows are enough.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static double[] Run(string name, int seed, bool isQuick, CancellationToken cancellation) =>
        name == SelfExplaining ? Senn(seed, isQuick, cancellation) : Expo(name, seed, isQuick, cancellation);

    private static double[] Expo(string name, int seed, bool isQuick, CancellationToken cancellation)
    {
        PublishedConfiguration published = Regularization.Published(name == Accurate ? "cancer" : "cancer, over-regularised");
        Division<Tumour> division = TumourData.ForExpo(seed);
        Mlp<Tumour> model = new ExpoTrainer<Tumour>
        {
            HiddenUnits = published.HiddenUnits,
            Regularizer = Regularization.Of<Tumour>(Regularization.Fidelity, published),
            MaxEpochs = isQuick ? 5 : 10_000,
            MinEpochs = 50,
            Patience = 10,
            FreshValidationDraws = true,
            Seed = seed,
        }.Train(division.Train, division.Validation, cancellation: cancellation);
        Quality<Tumour> quality = new(division, seed) { TestRows = isQuick ? 20 : null };
        return [Classification.Accuracy(model, division.Test), .. quality.Of(model.Output(Diagnosis.Malignant), cancellation), double.NaN, double.NaN, double.NaN];
    }

    private static double[] Senn(int seed, bool isQuick, CancellationToken cancellation)
    {
        Division<Tumour> division = TumourData.ForSenn(seed);
        Senn<Tumour> model = new SennTrainer<Tumour> { Seed = seed, KeepsLastEpoch = true }.Train(division.Train, division.Validation, cancellation);
        Quality<Tumour> quality = new(division, seed) { TestRows = isQuick ? 20 : null };
        return [Classification.Accuracy(model, division.Test), .. quality.Of(model.Output(Diagnosis.Malignant), cancellation), .. new OwnExplanations(model, division, seed).Measure()];
    }
}
