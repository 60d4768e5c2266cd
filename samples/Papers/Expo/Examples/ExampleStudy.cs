using System.Globalization;

namespace Papers.Expo;

/// <summary>The paper's tables 7 and 8: what LIME says of five districts and five wines, with both kinds of networks.</summary>
public sealed class ExampleStudy : IStudy
{
    private const int Trials = 10;

    private static readonly string[] s_models = [Regularization.None, Regularization.Fidelity];

    public string Name => "expo-examples";

    public int Version => 2;

    public IReadOnlyList<string> Sources => ["Expo/Examples", "Expo/Networks", "Expo/Data"];

    public IReadOnlyList<string> Needs => [.. ExampleRows.All.Select(example => example.Set.File)];

    public bool HasPictures => false;

    public IReadOnlyList<Cell> Cells(StudyOptions options) =>
    [
        .. from seed in Seeds(options)
           from example in ExampleRows.All
           from model in s_models
           let trial = Trial(options, model, seed)
           select new Cell(Key(example, trial), example.Set.Cost[0] / 2, cancellation => example.Run(trial, cancellation)),
    ];

    public Page Draw(StudyOptions options, Numbers numbers)
    {
        MarkdownTable told = new("data", "feature", "model", "here, the paper's five rows", "published, the same rows") { HasNumbers = true };
        foreach (ExampleRows example in ExampleRows.All)
        {
            foreach ((string model, (double from, double to)) in new[] { (Regularization.None, example.None), (Regularization.Fidelity, example.Expo) })
                told.Add(example.Set.Name, example.Told, model, Spread.Of(new Sample(Told(example, model))).ToString(), Range((from, to)));
        }

        string text = $"""
            ## Numbers

            Coefficients of LIME, in standard deviations of the target by standard deviation of the feature. The paper's tables 7 and 8 print every
            feature of five districts and five wines, so their rows can be found in the files: the nearest rows are 0.04 to 0.33 standard deviations
            off in the feature that differs most, and the next nearest at least 2.6 times further. The coefficients that the paper prints are at
            hand for one feature of each table only, and as a range. Mean over the five rows, then over {Seeds(options).Count} networks of each kind (standard deviation
            between networks); the paper has one network of each kind.

            {told}
            {string.Join("\n\n", ExampleRows.All.Select(Section))}

            ## Conventions

            As in the tables of [housing](expo-uci-housing.md) and [winequality-red](expo-uci-winequality-red.md): LIME draws its samples around the mean of the
            training rows, so its coefficients differ little from row to row. A row may be one that the network learned from. Rows are numbered
            from 0; wine 841 is in the paper's file twice, the second time as 1041.
            """;
        return new("expo-examples.md", "ExpO, Tables 7 and 8: the same districts and wines", text, [], options.Quick ? [] : [.. ExampleRows.All.Select(Found)]);

        Finding Found(ExampleRows example) => Finding.Of(
            $"{example.Set.Name}: the coefficient of {example.Told}",
            Regularization.Fidelity,
            Regularization.None,
            new(Middle(example.Expo), Middle(example.None), true),
            new(Told(example, Regularization.Fidelity), Told(example, Regularization.None), "networks", Seeds(options).Count))
            with
        {
            Claim = $"{example.Set.Name}: the coefficient of {example.Told} of FIDELITY below None (published {Range(example.Expo)} against {Range(example.None)})",
        };

        string Section(ExampleRows example)
        {
            MarkdownTable table = new(["row", "model", .. example.Features]) { HasNumbers = true };
            for (int row = 0; row < example.Rows.Count; row++)
            {
                foreach (string model in s_models)
                    table.Add([example.Rows[row].ToString(CultureInfo.InvariantCulture), model, .. example.Features.Select((_, feature) => Text(Cell(example, model).Select(cell => cell?[(row * example.Features.Count) + feature] ?? double.NaN)))]);
            }

            return $"## Table {example.Table}: {example.Set.Name}\n\n{table.ToString().TrimEnd()}";
        }

        IReadOnlyList<double> Told(ExampleRows example, string model) => [.. Cell(example, model).Select(cell => cell is null ? double.NaN : example.ToldMean(cell))];

        IReadOnlyList<double[]?> Cell(ExampleRows example, string model) => numbers.Each(Seeds(options).Select(seed => Key(example, Trial(options, model, seed))));
    }

    private static double Middle((double From, double To) range) => (range.From + range.To) / 2;

    private static string Range((double From, double To) range) => $"{Text(range.From)} to {Text(range.To)}";

    private static string Text(IEnumerable<double> values) => Text(new Sample([.. values]).Mean);

    private static string Text(double value) => double.IsNaN(value) ? "–" : Math.Round(value, 2) == 0 ? "0.00" : value.ToString("0.00", CultureInfo.InvariantCulture);

    private static UciTrial Trial(StudyOptions options, string model, int seed) => new(model, seed) { MaxEpochs = options.Quick ? 20 : null, TestRows = options.Quick ? 20 : null };

    private static IReadOnlyList<int> Seeds(StudyOptions options) => [.. Enumerable.Range(1000 * options.Seed, options.TrialsOr(Trials))];

    private static string Key(ExampleRows example, UciTrial trial) => $"{example.Set.Name}, rows {string.Join(' ', example.Rows)}: {trial.Key}";
}
