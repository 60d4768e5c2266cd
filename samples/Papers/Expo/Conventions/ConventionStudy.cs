using System.Globalization;

namespace Papers.Expo;

/// <summary>What the numbers depend on that the paper leaves open, or that its text and its code do differently.</summary>
public sealed class ConventionStudy : IStudy
{
    private const int Trials = 10;

    private static readonly string[] s_sets = ["autompgs", "housing"];
    private static readonly string[] s_models = [Regularization.None, Regularization.Fidelity, Regularization.OneFeature];
    private static readonly string[] s_metrics = ["MSE", "LIME-NF", "MAPLE-NF"];

    public string Name => "expo-conventions";

    public int Version => 2;

    public IReadOnlyList<string> Sources => ["Expo/Networks", "Expo/Data"];

    public IReadOnlyList<string> Needs => [.. s_sets.Select(set => $"{set}/{set}.csv")];

    public bool HasPictures => false;

    public IReadOnlyList<Cell> Cells(StudyOptions options) =>
    [
        .. from seed in Seeds(options)
           from set in Sets(options)
           from convention in Conventions(options)
           from model in s_models
           let trial = Trial(options, model, seed, convention)
           select new Cell(Key(set, trial), options.Quick ? 0.5 : set.Cost[0], cancellation => set.Run(trial, cancellation)),
    ];

    public Page Draw(StudyOptions options, Numbers numbers)
    {
        string text = $"""
            One departure from the authors' code at a time, over {Seeds(options).Count} {(Seeds(options).Count == 1 ? "division" : "divisions")}: mean (standard deviation ÷ n − 1). "off" is the mean over the table's
            numbers of |log₂(here ÷ published)|: 0 is exact, 1 is off by a factor of 2.

            What matters is when training ends. On autompgs, with ten times the patience, FIDELITY's network goes on learning, and LIME, which here fits one
            line around the mean of all rows, gains little from a network that is smooth only near each row; MAPLE, which fits
            nearby rows, still does. Where LIME draws decides the size of its numbers, but not who wins. Calibration, the rows that the
            stopping rule looks at, more regularized points, the number of the row and ÷ n change little.
            On housing, where an epoch is a single step, 50 epochs of patience end some trainings before the network bends (division 0 keeps
            its 26th step); with more patience all its numbers come near the published ones. That is why None's fidelity in the
            [table](expo-uci-housing.md) is better than the published one.

            {string.Join("\n\n", Sets(options).Select(Section))}

            ## Conventions

            {string.Join("\n", Enum.GetValues<Convention>().Select(convention => $"- {convention}: {Explained(convention)}"))}

            All else as in [the tables](expo-uci-housing.md). The stopping rule looks at new draws of the validation rows after every epoch, as the code
            does, except where {Convention.SameValidationRows} says so; the library's own default is the latter.
            """;
        return new("expo-conventions.md", "ExpO, what the paper leaves open", text, [], []);

        string Section(UciSet set)
        {
            MarkdownTable table = new(["convention", .. from metric in s_metrics from model in s_models select $"{metric}, {model}", "off", "NF: FIDELITY ÷ None"]) { HasNumbers = true };
            table.Add(["published", .. from metric in s_metrics from model in s_models select PublishedUci.Of(metric, model, set.Name).ToString(), "0", Ratio(model => PublishedUci.Of("LIME-NF", model, set.Name))]);
            foreach (Convention convention in Conventions(options))
            {
                Spread Measured(string metric, string model) => new FinishedTrials(QualityNames.Regression, numbers.Each(Seeds(options).Select(seed => Key(set, Trial(options, model, seed, convention))))).Of(metric);
                double[] off = [.. from metric in s_metrics from model in s_models select Math.Abs(Math.Log2(Measured(metric, model).Mean / PublishedUci.Of(metric, model, set.Name).Mean))];
                table.Add([convention.ToString(), .. from metric in s_metrics from model in s_models select Measured(metric, model).ToString(), Text(off.Average(), "0.00"), Ratio(model => Measured("LIME-NF", model))]);
            }

            return $"## {set.Name}\n\n{table.ToString().TrimEnd()}";
        }

        static string Ratio(Func<string, Spread> of) => Text(of(Regularization.Fidelity).Mean / of(Regularization.None).Mean, "0.000");

        static string Text(double value, string format) => double.IsNaN(value) ? "–" : value.ToString(format, CultureInfo.InvariantCulture);
    }

    private static string Explained(Convention convention) => convention switch
    {
        Convention.AsPublished => "all as the authors' code does it.",
        Convention.MinibatchCalibration => "λ from the losses of the first minibatch, as the paper's text says, rather than from the validation rows.",
        Convention.SameValidationRows => "the regularizer looks at the same validation rows after every epoch.",
        Convention.ShortPatience => "training ends 10 epochs after the best one, at the earliest after 10; the code waits for 50.",
        Convention.LongPatience => "training ends 500 epochs after the best one.",
        Convention.LargeRegularizationBatch => "the regularizer looks around 128 rows of each step rather than 16.",
        Convention.NoRowNumbers => "the number of the row is no feature.",
        Convention.BiasedDeviations => "standardized by deviations ÷ n rather than ÷ (n − 1).",
        _ => "LIME draws around the explained row rather than around the mean of the training rows.",
    };

    private static IReadOnlyList<Convention> Conventions(StudyOptions options) =>
        options.Quick ? [Convention.AsPublished, Convention.NoRowNumbers] : Enum.GetValues<Convention>();

    private static UciTrial Trial(StudyOptions options, string model, int seed, Convention convention) =>
        new(model, seed) { Convention = convention, MaxEpochs = options.Quick ? 10 : null, TestRows = options.Quick ? 10 : null };

    private static IReadOnlyList<UciSet> Sets(StudyOptions options) => [.. UciSet.All.Where(set => s_sets.Skip(options.Quick ? 1 : 0).Contains(set.Name))];

    private static IReadOnlyList<int> Seeds(StudyOptions options) => [.. Enumerable.Range(1000 * options.Seed, options.TrialsOr(Trials))];

    private static string Key(UciSet set, UciTrial trial) => $"{set.Name}: {trial.Key}";
}
