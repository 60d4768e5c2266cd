using TypedExplain.Training;
using TypedExplain.Training.Research;

namespace Papers.Expo;

/// <summary>The models of the table of breast cancers, and others that tell what its open conventions do.</summary>
public static class CancerModels
{
    public const string Accurate = "FIDELITY 0.001", OverRegularized = "FIDELITY 5", SelfExplaining = "SENN";

    /// <summary>With λ from the losses of the first minibatch, as the paper's text says.</summary>
    public const string CalibratedByMinibatch = $"{OverRegularized}, {Minibatch}";

    private const string Patient = "patience 50", SameRows = "same validation rows", Minibatch = "calibrated by a minibatch", OwnBest = "best epoch, standardized by its training rows", OfProbability = "penalty of the probability", OfSum = "penalty summed over the batch";

    private const int BatchSize = 64;
    private const double Robustness = 0.01;

    /// <summary>Those of the table, in its order.</summary>
    public static IReadOnlyList<string> All { get; } = [Accurate, OverRegularized, SelfExplaining];

    /// <summary>The same under conventions that the paper leaves open.</summary>
    public static IReadOnlyList<string> Variants { get; } =
    [
        $"{OverRegularized}, {Patient}",
        $"{OverRegularized}, {SameRows}",
        CalibratedByMinibatch,
        $"{SelfExplaining}, {OwnBest}",
        $"{SelfExplaining}, {OfProbability}",
        $"{SelfExplaining}, {OfSum}",
    ];

    /// <summary>What a cell holds; the last five are NaN for a network that does not explain itself.</summary>
    public static IReadOnlyList<string> Numbers { get; } = ["accuracy", .. QualityNames.All, "own PF", "own NF", "own S", "own NF near", "own S near"];

    /// <summary>Trains one model and gives its <see cref="Numbers"/>.</summary>
    /// <param name="name">Which.</param>
    /// <param name="seed">The seed of the division and of everything drawn.</param>
    /// <param name="isQuick">Whether a few epochs and test rows are enough.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static double[] Run(string name, int seed, bool isQuick, CancellationToken cancellation) =>
        name.StartsWith(SelfExplaining, StringComparison.Ordinal) ? Senn(name, seed, isQuick, cancellation) : Expo(name, seed, isQuick, cancellation);

    private static double[] Expo(string name, int seed, bool isQuick, CancellationToken cancellation)
    {
        PublishedConfiguration published = Regularization.Published(name.StartsWith(Accurate, StringComparison.Ordinal) ? "cancer" : "cancer, over-regularized");
        Division<Tumour> division = TumourData.ForExpo(seed);
        Mlp<Tumour> model = new ExpoTrainer<Tumour>
        {
            HiddenUnits = published.HiddenUnits,
            Regularizer = Regularization.Of<Tumour>(Regularization.Fidelity, published),
            MaxEpochs = isQuick ? 5 : 10_000,
            MinEpochs = 50,
            Patience = name.Contains(Patient, StringComparison.Ordinal) ? 50 : 10,
            Calibration = name.Contains(Minibatch, StringComparison.Ordinal) ? Calibration.Minibatch : Calibration.ValidationRows,
            FreshValidationDraws = !name.Contains(SameRows, StringComparison.Ordinal),
            Seed = seed,
        }.Train(division.Train, division.Validation, cancellation: cancellation);
        cancellation.ThrowIfCancellationRequested();
        Quality<Tumour> quality = new(division, seed) { TestRows = isQuick ? 20 : null };
        return [Classification.Accuracy(model, division.Test), .. quality.Of(model.Output(Diagnosis.Malignant), cancellation), .. Enumerable.Repeat(double.NaN, OwnExplanations.Count)];
    }

    private static double[] Senn(string name, int seed, bool isQuick, CancellationToken cancellation)
    {
        if (name.Contains(OfProbability, StringComparison.Ordinal))
            return OfTheProbability(seed, isQuick, cancellation);
        bool isOwnBest = name.Contains(OwnBest, StringComparison.Ordinal);
        Division<Tumour> division = TumourData.ForSenn(seed, isApart: !isOwnBest);
        Senn<Tumour> model = new SennTrainer<Tumour> { Seed = seed, KeepsLastEpoch = !isOwnBest, Robustness = name.Contains(OfSum, StringComparison.Ordinal) ? BatchSize * Robustness : Robustness }.Train(division.Train, division.Validation, cancellation);
        Quality<Tumour> quality = new(division, seed) { TestRows = isQuick ? 20 : null };
        return [Classification.Accuracy(model, division.Test), .. quality.Of(model.Output(Diagnosis.Malignant), cancellation), .. OwnExplanations.Of(model, division, seed).Measure()];
    }

    private static double[] OfTheProbability(int seed, bool isQuick, CancellationToken cancellation)
    {
        Division<Tumour> division = TumourData.ForSenn(seed, isApart: true);
        ProbabilitySenn senn = new(division.Train, seed);
        IModel<Tumour> model = Model.From<Tumour>(tumour => ProbabilitySenn.Probability(senn.Coefficients(tumour.Columns), tumour.Columns));
        double accuracy = division.Test.Rows.Select((row, i) => (model.Predict(row) > 0.5) == (division.Test.Target!.Values[i] == (int)Diagnosis.Malignant)).Average(isRight => isRight ? 1.0 : 0);
        Quality<Tumour> quality = new(division, seed) { TestRows = isQuick ? 20 : null };
        return [accuracy, .. quality.Of(model, cancellation), .. new OwnExplanations(tumour => senn.Coefficients(tumour.Columns), division, seed).Measure()];
    }
}
