using System.Globalization;
using Expo;

Console.OutputEncoding = System.Text.Encoding.UTF8;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
int Option(string name, int usual) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length && int.TryParse(args[at + 1], CultureInfo.InvariantCulture, out int value) ? value : usual;
int splits = Option("--splits", 5), threads = Option("--threads", 1);
bool hasMaple = args.Contains("--maple");

return args switch
{
    ["uci", "housing", ..] => Numbers<House>("housing", "MEDV"),
    ["uci", "autompgs", ..] => Numbers<Car>("autompgs", "mpg"),
    ["uci", "winequality-red", ..] => Numbers<Wine>("winequality-red", "quality"),
    ["support2", ..] => Patients(),
    ["frontier", "housing", var file] => Frontier<House>("housing", "MEDV", file),
    ["frontier", "autompgs", var file] => Frontier<Car>("autompgs", "mpg", file),
    ["frontier", "winequality-red", var file] => Frontier<Wine>("winequality-red", "quality", file),
    ["mnist", ..] => Digits.Run(Option("--epochs", 10), Option("--images", int.MaxValue), Option("--minutes", 600), threads, Option("--stability", -1) switch { 0 => false, 1 => true, _ => null }),
    _ => Usage(),
};

int Numbers<T>(string name, string target)
    where T : IFeatureRecord<T>
{
    if (DataFolder.Find($"{name}/{name}.csv") is not { } path)
        return 1;
    Dataset<T> data = Csv.Read<T>(path, new CsvOptions { Target = target }).ToDataset();
    Console.WriteLine(new Regularized<T> { Variants = Variants<T>(name), HasMaple = hasMaple }.Run(data, splits));
    return 0;
}

int Frontier<T>(string name, string target, string file)
    where T : IFeatureRecord<T>
{
    if (DataFolder.Find($"{name}/{name}.csv") is not { } path)
        return 1;
    (Dataset<T> train, Dataset<T> test) = Csv.Read<T>(path, new CsvOptions { Target = target }).ToDataset().Split(0.25, seed: 1);
    ExpoFrontier<T> frontier = new()
    {
        Trainer = Variants<T>(name)[0].Trainer with { ValidationFraction = 1 / 3.0, FreshValidationDraws = false },
        Weights = [0, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2],
        Explainers =
        [
            new Lime<T> { Neighborhood = new GaussianNeighborhood<T> { Background = train, Center = NeighborhoodCenter.Background } },
            new Linex<T> { Neighborhood = new GaussianNeighborhood<T> { Background = train, Radius = 0.5 }, Environments = 4 },
        ],
    };
    Frontier<T> found = frontier.Run(train, test);
    foreach (FrontierPoint<T> point in found.Points)
        Console.WriteLine($"weight {point.Weight,-6} error {point.Error:F3}  {string.Join("  ", found.Explainers.Zip(point.Qualities, (explainer, quality) => $"NF of {explainer} {quality.NeighborhoodFidelity:G3}"))}");
    Console.WriteLine(string.Join(", ", found.Explainers.Select((explainer, i) => $"knee of {explainer}: weight {found.Knee(i)?.Weight}")));
    File.WriteAllText(file, found.ToSvg());
    return 0;
}

int Patients()
{
    if (DataFolder.Find("support2/support2.csv") is not { } path)
        return 1;
    Console.WriteLine(new Regularized<Patient> { Variants = Variants<Patient>("support2"), HasMaple = hasMaple }.Run(PatientData.Load(path), splits));
    return 0;
}

// Network and weights as published; training goes on until validation says that it is enough.
List<(string Name, ExpoTrainer<T> Trainer)> Variants<T>(string name)
    where T : IFeatureRecord<T>
{
    PublishedConfiguration published = PublishedConfiguration.All.Single(own => own.Data == name);
    ExpoTrainer<T> trainer = new() { HiddenUnits = published.HiddenUnits, MaxEpochs = 10_000, MaxThreads = threads, FreshValidationDraws = true };
    if (name == "support2")
        trainer = trainer with { HasTwoLogits = true, MinEpochs = 10, Patience = 10, Improvement = 5e-4 };
    IRegularizer<T>?[] regularizers =
    [
        null,
        published.L1 is { } l1 ? new L1Regularizer<T> { Weight = l1 } : null,
        published.L2 is { } l2 ? new L2Regularizer<T> { Weight = l2 } : null,
        new FidelityRegularizer<T> { Weight = published.Fidelity!.Value },
        new OneFeatureFidelityRegularizer<T> { Weight = published.OneFeatureFidelity!.Value },
    ];
    return [.. regularizers.Where((regularizer, i) => i == 0 || regularizer is not null).Select(regularizer => (regularizer?.Name ?? "none", trainer with { Regularizer = regularizer }))];
}

static int Usage()
{
    Console.Error.WriteLine(
        """
        ExpO's experiments with the published configurations:
          uci {housing|autompgs|winequality-red} [--splits 5] [--maple]
          support2 [--splits 5] [--maple]
          frontier {housing|autompgs|winequality-red} picture.svg
          mnist [--epochs 10] [--images 60000] [--minutes 600] [--stability 0|1]
        Each with --threads 1: the most that train; the results are the same with any.
        """);
    return 2;
}
