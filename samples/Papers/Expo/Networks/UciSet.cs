namespace Papers.Expo;

/// <summary>A data set of the experiments with numbers to predict.</summary>
/// <param name="Name">Its name, and that of its folder and file.</param>
/// <param name="Target">The column to predict.</param>
/// <param name="Trials">How many divisions a full run takes.</param>
/// <param name="Cost">About how many seconds a network takes, by regularizer in the order of the tables.</param>
/// <param name="Run">Trains one network and gives the numbers of <see cref="QualityNames.Regression"/>.</param>
/// <param name="Radii">Trains one network and gives its error, and NF of LIME at perturbations of several sizes.</param>
public sealed record UciSet(
    string Name,
    string Target,
    int Trials,
    IReadOnlyList<double> Cost,
    Func<UciTrial, CancellationToken, double[]> Run,
    Func<UciTrial, IReadOnlyList<double>, CancellationToken, double[]> Radii)
{
    /// <summary>The six sets of the paper's tables.</summary>
    public static IReadOnlyList<UciSet> All { get; } =
    [
        Of<Car>("autompgs", "mpg", 20, [0.8, 0.8, 0.8, 1.2, 1]),
        Of<Community>("communities", "state", 5, [57, 65, 65, 245, 80]) with { MaxEpochs = 100 },
        Of<RentalDay>("day", "cnt", 20, [2, 4, 2, 4, 2]),
        Of<House>("housing", "MEDV", 20, [0.6, 0.7, 0.7, 0.7, 0.7]),
        Of<Track>("music", "longitude", 5, [60, 65, 65, 200, 80]),
        Of<Wine>("winequality-red", "quality", 10, [8, 8, 8, 12, 16]),
    ];

    /// <summary>The most epochs, where all that the stopping rule asks for would take hours; null for as many as it takes.</summary>
    public int? MaxEpochs { get; init; }

    /// <summary>Its file.</summary>
    public string File => $"{Name}/{Name}.csv";

    /// <summary>Whether a network takes so long that a quick run trains it hardly at all.</summary>
    public bool IsSlow => Cost[0] > 20;

    private static UciSet Of<T>(string name, string target, int trials, IReadOnlyList<double> cost)
        where T : IFeatureRecord<T> => new(
            name,
            target,
            trials,
            cost,
            (trial, cancellation) => new RegressionNetwork<T>(name, target, trial, cancellation).Measure(cancellation),
            (trial, radii, cancellation) => new RegressionNetwork<T>(name, target, trial, cancellation).Measure(radii, cancellation));
}
