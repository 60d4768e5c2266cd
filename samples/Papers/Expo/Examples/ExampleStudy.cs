using System.Globalization;

namespace Papers.Expo;

/// <summary>What explanations say of the features that the paper's examples are told by.</summary>
public sealed class ExampleStudy : IStudy
{
    private const int Trials = 5;

    private static readonly string[] s_models = [Regularization.None, Regularization.Fidelity];

    public string Name => "expo-examples";

    public IReadOnlyList<string> Needs => [.. ExampleCoefficients.All.Select(example => example.Set.File)];

    public bool HasPictures => false;

    public IReadOnlyList<Cell> Cells(StudyOptions options) =>
    [
        .. from seed in Seeds(options)
           from example in ExampleCoefficients.All
           from model in s_models
           let trial = Trial(options, model, seed)
           select new Cell(Key(example, trial), example.Set.Cost[0] / 2, cancellation => example.Run(trial, cancellation)),
    ];

    public Page Draw(StudyOptions options, Numbers numbers)
    {
        MarkdownTable table = new("data", "feature", "model", "mean over rows", "middle half of rows", "published, five rows") { HasNumbers = true };
        List<Verdict> verdicts = [];
        foreach (ExampleCoefficients example in ExampleCoefficients.All)
        {
            Spread none = Of(example, Regularization.None, 0), expo = Of(example, Regularization.Fidelity, 0);
            foreach ((string model, (double from, double to)) in new[] { (Regularization.None, example.None), (Regularization.Fidelity, example.Expo) })
                table.Add(example.Set.Name, example.Feature, model, Of(example, model, 0).ToString(), $"{Text(Of(example, model, 2).Mean)} to {Text(Of(example, model, 3).Mean)}", $"{Text(from)} to {Text(to)}");
            if (none.Trials < 2 || expo.Trials < 2)
                continue;
            verdicts.Add(Verdict.Of($"{example.Set.Name}: the coefficient of {example.Feature} is negative with both models", none.Mean < 0 && expo.Mean < 0, $"{none} without, {expo} with FIDELITY"));
            verdicts.Add(Verdict.Of($"{example.Set.Name}: FIDELITY's is the larger (published about {Text(Middle(example.Expo))} against {Text(Middle(example.None))})", expo.Mean < none.Mean, $"{expo} against {none}, {Sample.Chance(Spread.Welch(expo, none))}"));
        }

        string text = $"""
            ## Numbers

            Coefficients of LIME, in standard deviations of the target by standard deviation of the feature: over the test rows of
            {Seeds(options).Count} networks of each kind, mean (standard deviation between networks). The paper's tables 7 and 8 show them for five rows
            each, of one network; they are no more than a check of sign and size.

            {table}
            ## Conventions

            As in the tables of [housing](expo-uci-housing.md) and [winequality-red](expo-uci-winequality-red.md). Which rows the paper shows is not known, so all
            test rows count.
            """;
        return new("expo-examples.md", "ExpO, what explanations say", text, [], options.Quick ? [] : verdicts);

        Spread Of(ExampleCoefficients example, string model, int at) =>
            Spread.Of(new Sample([.. numbers.Of(Seeds(options).Select(seed => Key(example, Trial(options, model, seed)))).Select(cell => cell[at])]));
    }

    private static double Middle((double From, double To) range) => (range.From + range.To) / 2;

    private static string Text(double value) => double.IsNaN(value) ? "–" : value.ToString("0.00", CultureInfo.InvariantCulture);

    private static UciTrial Trial(StudyOptions options, string model, int seed) => new(model, seed) { MaxEpochs = options.Quick ? 20 : null, TestRows = options.Quick ? 20 : null };

    private static IReadOnlyList<int> Seeds(StudyOptions options) => [.. Enumerable.Range(1000 * options.Seed, options.TrialsOr(Trials))];

    private static string Key(ExampleCoefficients example, UciTrial trial) => $"{example.Set.Name}: {trial.Key}";
}
