using System.Globalization;
using TypedExplain.Training.Research;

namespace Papers.Expo;

/// <summary>The page of one of the UCI's data sets.</summary>
public sealed class UciPage
{
    private readonly UciSet _set;
    private readonly StudyOptions _options;
    private readonly IReadOnlyDictionary<string, FinishedTrials> _finished;
    private readonly int _wanted;
    private readonly ComparedTable _table;

    public UciPage(UciSet set, StudyOptions options, IReadOnlyDictionary<string, FinishedTrials> finished, int wanted)
    {
        (_set, _options, _finished, _wanted) = (set, options, finished, wanted);
        _table = new(Regularization.None, (metric, model) => PublishedUci.Of(metric, model, set.Name), Measured);
    }

    private static IReadOnlyList<string> Metrics => ["MSE", .. QualityNames.Published];

    private IReadOnlyList<string> Models => [.. _finished.Keys];

    public Page ToPage() => new($"expo-uci-{_set.Name}.md", $"ExpO, {_set.Name}", Text(), [], _options.Quick ? [] : UciFindings.Of(_set.Name, _finished));

    private Spread Measured(string metric, string model) => _finished[model].Of(metric);

    private string Text()
    {
        PublishedConfiguration published = Regularization.Published(_set.Name);
        (int all, int same, int significant, int opposite) = _table.Agreement(Metrics, Models);
        string epochs = string.Join("; ", Models.Where(model => _finished[model].Count > 0).Select(model => string.Create(CultureInfo.InvariantCulture, $"{model} {Measured("best epoch", model).Mean:0} of {Measured("epochs", model).Mean:0}")));
        return $"""
            ## Numbers

            {Trials()}; published: {PublishedUci.Trials} divisions. Mean (standard deviation ÷ n − 1), which the paper calls a standard
            error. ↓ and ↑: below and above {Regularization.None} by Welch's test at 0.05, · neither; the published ones are tested
            by their means and deviations. Lower is better everywhere; `variance` is no measure of quality.

            {_table.Of(Metrics, Models)}
            {Pairs()}
            Of {all} published differences from {Regularization.None} that are significant, {same} have the same sign here, {significant} of them significantly;
            {opposite} are significant in the other direction.
            The network that was kept is, on average, that of epoch: {epochs} trained.

            ## Conventions

            - {_set.Name}: {UciConventions.Of(_set.Name)} The number of the row is the first feature, as in the authors' copy.
            - {published.Depth} × {published.Width} units, leaky ReLU of slope 0.2, Adam at 0.001, batches of 128, 16 points of a batch regularized; weights as
              published: FIDELITY {Weight(published.Fidelity)}, 1D-FIDELITY {Weight(published.OneFeatureFidelity)}, L1 {Weight(published.L1)}, L2 {Weight(published.L2)}, relative to the validation loss before training.
            - 50 % of the rows to learn from, 25 % to stop by, 25 % to measure on; features and target standardized by the first
              (÷ n − 1). Training ends when no epoch of the last 50 was best on new draws of the validation rows, as in the code{Limit()}.
            - {Explained()} LIME: 1000 independent samples around the mean of the training rows, no bins, kernel width 0.75√d, ridge 1. MAPLE: 200 trees.
              PF at the row; NF at 5 perturbations of 0.1 standard deviations; MAPLE-S between row and perturbations, with the
              constant. LIME-S is what the paper publishes under that name: the same row explained twice, the noise of the samples.
            """;
    }

    private string Pairs() =>
        $"LIME-S where LIME draws in balanced pairs, which the library does unless told otherwise: {string.Join(", ", Models.Select(model => $"{model} {Measured(QualityNames.Pairs, model)}"))}.";

    private string Trials()
    {
        int least = _finished.Values.Min(finished => finished.Count), most = _finished.Values.Max(finished => finished.Count);
        string count = least != most ? $"{least} to {most} divisions" : most == 1 ? "1 division" : $"{most} divisions";
        return most == _wanted && least == most ? count : $"{count} of {_wanted} (the others were not computed)";
    }

    private string Limit() => _set.MaxEpochs is { } most ? $", and after {most} epochs at the latest" : "";

    private string Explained() =>
        _options.Quick ? "A few test rows are explained." : "All test rows are explained.";

    private static string Weight(double? weight) => weight!.Value.ToString(CultureInfo.InvariantCulture);
}
