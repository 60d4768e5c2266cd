using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Numerics;
using TypedExplain.Reports.Charts;
using TypedExplain.Reports.Pictures.Bars;
using TypedExplain.Schema.Values;

namespace TypedExplain.Reports;

/// <summary>One metric of several explainers over the same rows: the mean of each with its 95 % interval.</summary>
public sealed class MetricPicture : Picture
{
    private readonly IFormatProvider _provider;

    private MetricPicture(string title, ImmutableArray<string> notes, IFormatProvider provider)
        : base(title, notes) => _provider = provider;

    /// <summary>The explainers in their order, with their scores.</summary>
    public required ImmutableArray<(string Explainer, Score Score)> Scores { get; init; }

    /// <inheritdoc/>
    public override string Summary
    {
        get
        {
            (string Explainer, Score Score)[] defined = [.. Scores.Where(score => score.Score.IsDefined)];
            bool isLower = Scores[0].Score.Direction == MetricDirection.LowerIsBetter;
            if (defined.Length == 0)
                return $"{Scores[0].Score.Metric} is undefined for every explainer.";
            (string best, Score score) = isLower ? defined.MinBy(one => one.Score.Mean) : defined.MaxBy(one => one.Score.Mean);
            return $"{Scores[0].Score.Metric} over {score.Count} {score.Unit}; {(isLower ? "lower" : "higher")} is better. Best: {best} with {NumberText.Answer(score.Mean, _provider)}.";
        }
    }

    internal override string Kind => "metric";

    internal override Chart Chart => new RowChart
    {
        Rows = [.. Scores.Select(score => new ChartRow(
            score.Explainer,
            "",
            score.Score.IsDefined ? string.Create(_provider, $"{NumberText.Answer(score.Score.Mean, _provider)} ± {NumberText.Answer(score.Score.StandardError, _provider)}") : "undefined",
            score.Score.IsDefined ? [Mark(score.Score)] : []))],
        AxisTitle = $"{Scores[0].Score.Metric} ({(Scores[0].Score.Direction == MetricDirection.LowerIsBetter ? "lower" : "higher")} is better)",
        Provider = _provider,
    };

    /// <summary>The picture of one metric of a table.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="table">The table.</param>
    /// <param name="metric">The position of the metric.</param>
    /// <param name="options">How the picture is made; null for the defaults.</param>
    /// <exception cref="InvalidOptionException">There is no such metric, or an option is outside what it may be.</exception>
    public static MetricPicture Of<T>(MetricTable<T> table, [OptionRange(AtLeast = 0)] int metric = 0, PictureOptions? options = null)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(table);
        PictureOptions given = PictureOptions.Checked(options);
        if (metric < 0 || metric >= table[0].Count)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"metric is {metric}; the table has {table[0].Count}, from 0."));
        Score first = table[0][metric];
        string[] conventions = [.. Enumerable.Range(0, table.Explainers.Length).Select(i => table[i][metric].Convention).Distinct()];
        List<string> notes = [.. conventions.Select(convention => Sentence.Of(conventions.Length == 1 ? convention : $"{string.Join(", ", Enumerable.Range(0, table.Explainers.Length).Where(i => table[i][metric].Convention == convention).Select(i => table.Explainers[i].Name))}: {convention}"))];
        notes.Add("Lines are 95 % intervals of the mean; ± is the standard error.");
        return new($"{first.Metric} of explainers of {T.Schema.Name}", [.. notes], given.Provider)
        {
            Scores = [.. table.Explainers.Select((explainer, i) => (explainer.Name, table[i][metric]))],
        };
    }

    /// <summary>The mean with its interval, which a single row does not give.</summary>
    private static PointMark Mark(Score score) => new(score.Mean, 0, Interval(score).Lower, Interval(score).Upper);

    private static (double Lower, double Upper) Interval(Score score) => score.Count > 1 ? MeanInterval.Of(score.Mean, score.StandardError, score.Count - 1, 0.95) : (double.NaN, double.NaN);

    private protected override PictureTable MakeTable() => PictureTable.Of(
        ["explainer", "mean", "standard error", "95 % interval", "number"],
        Scores.Select(score => (PictureCell[])[
            new(score.Explainer),
            score.Score.IsDefined ? new(NumberText.Answer(score.Score.Mean, _provider), score.Score.Mean) : new("undefined"),
            score.Score.IsDefined ? new(NumberText.Answer(score.Score.StandardError, _provider), score.Score.StandardError) : new(""),
            new(score.Score.IsDefined && score.Score.Count > 1 ? $"{NumberText.Answer(Interval(score.Score).Lower, _provider)} to {NumberText.Answer(Interval(score.Score).Upper, _provider)}" : ""),
            new(score.Score.Count.ToString(_provider), score.Score.Count)]));
}
