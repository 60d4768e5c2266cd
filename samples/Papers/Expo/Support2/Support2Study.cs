using System.Globalization;
using TypedExplain.Training;
using TypedExplain.Training.Research;

namespace Papers.Expo;

/// <summary>ExpO's table of the SUPPORT study: two logits, each explained on its own.</summary>
public sealed class Support2Study : IStudy
{
    private const int Trials = 10, TestRows = 300;
    private const string Accuracy = "accuracy";

    private static readonly string[] s_models = [Regularization.None, Regularization.Fidelity, Regularization.OneFeature];
    private static readonly string[] s_numbers = [Accuracy, .. QualityNames.All.Select(name => $"{name}, logit 0"), .. QualityNames.All.Select(name => $"{name}, logit 1"), "epochs", "best epoch"];

    public string Name => "expo-support2";

    public int Version => 2;

    public IReadOnlyList<string> Sources => ["Expo/Support2", "Expo/Networks", "Expo/Data"];

    public IReadOnlyList<string> Needs => [PatientData.File];

    public bool HasPictures => false;

    public IReadOnlyList<Cell> Cells(StudyOptions options) =>
    [
        .. from seed in Seeds(options)
           from model in options.Quick ? s_models[..1] : s_models
           select new Cell(Key(options, model, seed), model == Regularization.None ? 100 : 300, cancellation => Run(options, model, seed, cancellation)),
        .. from seed in Seeds(options)
           from reference in References.All
           select new Cell(References.Key(reference, seed), 5, cancellation => [References.Accuracy(reference, seed, cancellation)]),
    ];

    public Page Draw(StudyOptions options, Numbers numbers)
    {
        Dictionary<string, FinishedTrials> finished = s_models.ToDictionary(
            model => model,
            model => new FinishedTrials(s_numbers, numbers.Each(Seeds(options).Select(seed => Key(options, model, seed)))));
        int least = finished.Values.Min(trials => trials.Count);
        string[] metrics = [Accuracy, .. s_numbers.Where(name => name.Contains("logit") && !name.Contains("variance") && !name.Contains("pairs"))];
        ComparedTable table = new(Regularization.None, (metric, model) => PublishedSupport2.Of(metric, model), Measured);
        string text = $"""
            ## Numbers

            {least} divisions of {Seeds(options).Count}; published: {PublishedSupport2.Trials}. Mean (standard deviation ÷ n − 1). ↓ and ↑: below and above {Regularization.None} by Welch's
            test at 0.05, · neither. Accuracy is better high, all else low.

            {table.Of(metrics, s_models)}
            Logit 0 is that of surviving, which the paper calls "Positive"; logit 1 that of dying.

            **The accuracy** is below the published one for every network, and the networks are not the reason. On the same divisions {string.Join(", ", References.All.Select(reference => $"{reference} has {Reference(reference)}"))}. So these rows and
            columns tell no more; what the published run had besides is open. (The time to death or last visit, which the paper leaves out, would tell far more.)

            ## Conventions

            - 7,739 patients, a sample of the paper's 9,105, by the authors' preparation: 51 columns, those with numbers from 0 to 1 before gaps
              are filled (with values in the columns' own units, as in the authors' code), text in one column per word.
            - 4 × 400 units, two logits, softmax; FIDELITY 0.005, 1D-FIDELITY 0.0025. 50, 25 and 25 % of the rows, standardized by the first
              (÷ n − 1). Training ends 10 epochs after the best one, which must be better by 5e-4.
            - Explained are {(options.Quick ? 10 : TestRows)} of the test rows, not all: an explanation of this network takes 50 ms. LIME: 1000 independent samples around the mean of the training
              rows; LIME-S is the noise of its samples. MAPLE: 200 trees. Perturbations of 0.1 standard deviations, 5 per row.
            """;
        return new("expo-support2.md", "ExpO, SUPPORT2", text, [], options.Quick ? [] : Findings(finished));

        Spread Measured(string metric, string model) => finished[model].Of(metric);

        Spread Reference(string name) => Spread.Of(new Sample([.. numbers.Of(Seeds(options).Select(seed => References.Key(name, seed))).Select(cell => cell[0])]));
    }

    private static double[] Run(StudyOptions options, string model, int seed, CancellationToken cancellation)
    {
        PublishedConfiguration published = Regularization.Published("support2");
        Division<Patient> division = Division<Patient>.Of(PatientData.Load(), seed);
        Mlp<Patient> network = new ExpoTrainer<Patient>
        {
            HiddenUnits = published.HiddenUnits,
            HasTwoLogits = true,
            Regularizer = Regularization.Of<Patient>(model, published),
            MaxEpochs = options.Quick ? 1 : 1000,
            MinEpochs = 10,
            Patience = 10,
            Improvement = 5e-4,
            FreshValidationDraws = true,
            Seed = seed,
        }.Train(division.Train, division.Validation, cancellation: cancellation);
        Quality<Patient> quality = new(division, seed) { TestRows = options.Quick ? 10 : TestRows };
        return
        [
            Classification.Accuracy(network, division.Test),
            .. network.Raw.Outputs.SelectMany(output => quality.Of(network.Raw.Output(output), cancellation)),
            network.Report!.Epochs.Length,
            network.Report.BestEpoch,
        ];
    }

    private static IReadOnlyList<int> Seeds(StudyOptions options) => [.. Enumerable.Range(1000 * options.Seed, options.TrialsOr(Trials))];

    private static string Key(StudyOptions options, string model, int seed) =>
        string.Create(CultureInfo.InvariantCulture, $"{model}, seed {seed}, {(options.Quick ? "quick" : $"{TestRows} rows throughout")}");

    private static IReadOnlyList<Finding> Findings(IReadOnlyDictionary<string, FinishedTrials> finished)
    {
        string[] metrics = [.. from logit in (string[])["logit 0", "logit 1"] from name in QualityNames.Published where name != "variance" select $"{name}, {logit}"];
        return
        [
            .. from metric in metrics from name in s_models.Skip(1) select Found(metric, name, Regularization.None),
            .. from metric in metrics where metric.StartsWith("LIME-NF", StringComparison.Ordinal) select Found(metric, Regularization.Fidelity, Regularization.OneFeature),
            .. s_models.Skip(1).Select(name => Found(Accuracy, name, Regularization.None)),
        ];

        Finding Found(string metric, string own, string other)
        {
            Contrast published = Spread.Contrast(PublishedSupport2.Of(metric, own), PublishedSupport2.Of(metric, other));
            return Finding.Of(metric, own, other, published, finished[own].Against(finished[other], metric)) with { IsLowerBetter = metric != Accuracy };
        }
    }
}
