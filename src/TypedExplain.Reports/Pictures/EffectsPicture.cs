using System.Collections.Immutable;
using TypedExplain.Reports.Charts;
using TypedExplain.Reports.Pictures.Bars;
using TypedExplain.Schema.Values;

namespace TypedExplain.Reports;

/// <summary>One decision by the effects of a linear method: per standard deviation, so that features can be compared, with their 95 % intervals.</summary>
public sealed class EffectsPicture : Picture
{
    private readonly IFormatProvider _provider;

    private EffectsPicture(string title, ImmutableArray<string> notes, IFormatProvider provider)
        : base(title, notes) => _provider = provider;

    /// <summary>The explained output.</summary>
    public required string Output { get; init; }

    /// <summary>The scale of the numbers that are drawn.</summary>
    public required LinkFunction Link { get; init; }

    /// <summary>The model's answer for the instance.</summary>
    public required double Prediction { get; init; }

    /// <summary>What the surrogate says of the instance.</summary>
    public required double LocalPrediction { get; init; }

    /// <summary>The method that made the effects.</summary>
    public required string Method { get; init; }

    /// <summary>The effects, the largest first.</summary>
    public required ImmutableArray<PictureBar> Bars { get; init; }

    /// <inheritdoc/>
    public override string Summary
    {
        get
        {
            string most = string.Join(", ", Bars.Where(bar => bar is { Number: not (null or 0), IsUndecided: false }).Take(3).Select(bar => $"{bar.Name} {NumberText.Signed(bar.Number!.Value, _provider)}"));
            return $"{Output} is {NumberText.Answer(Prediction, _provider)}; {Method}'s surrogate says {NumberText.Answer(LocalPrediction, _provider)}." + (most.Length > 0 ? $" The largest effects per standard deviation: {most}." : " No effect of a feature can be told from 0.");
        }
    }

    internal override string Kind => "effects";

    internal override Chart Chart => new RowChart
    {
        Rows = [.. Bars.Select(Row)],
        AxisTitle = $"effect on {Scales.Name(Output, Link)} per standard deviation, or of the own value against another",
        References = [(0, "")],
        Provider = _provider,
    };

    /// <summary>The picture of an explanation.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="explanation">The explanation.</param>
    /// <param name="options">How the picture is made; null for the defaults.</param>
    /// <exception cref="InvalidOptionException">An option is outside what it may be.</exception>
    public static EffectsPicture Of<T>(Explanation<T> explanation, PictureOptions? options = null)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(explanation);
        PictureOptions given = PictureOptions.Checked(options);
        (ImmutableArray<PictureBar> bars, IEnumerable<string> left) = EffectRows.Of(explanation, given);
        List<string> notes = [.. explanation.Cautions(given.Provider).Select(Sentence.Of), .. left];
        if (explanation.Intervals is not null)
            notes.Add("Lines are 95 % intervals" + (bars.Any(bar => bar.IsUndecided) ? "; what is marked with ? cannot be told from 0 by these samples, with 99 % confidence for all features together." : "."));
        if (explanation.Fit is { } fit)
            notes.Add(Sentence.Of($"fit {fit.ToString(given.Provider)}"));
        return new($"Why {explanation.Output} of this {T.Schema.Name} is {NumberText.Answer(explanation.Prediction, given.Provider)}", [.. notes], given.Provider)
        {
            Output = explanation.Output,
            Link = explanation.Link,
            Prediction = explanation.Prediction,
            LocalPrediction = explanation.LocalPrediction,
            Method = explanation.Explainer.Name,
            Bars = bars,
        };
    }

    private protected override PictureTable MakeTable() => PictureTable.Of(
        ["feature", "value", "effect", "per standard deviation", "95 % interval", "told from 0"],
        Bars.Select(bar => (PictureCell[])[
            new(bar.Name),
            new(bar.Value),
            new(bar.InOwnUnit),
            bar.Number is { } number ? new(NumberText.Signed(number, _provider), number) : new("withheld"),
            new(bar.Lower is { } lower && bar.Upper is { } upper ? Intervals.Text(lower, upper, _provider) : ""),
            new(bar.Lower is null ? "" : bar.IsUndecided ? "no" : "yes")]));

    private ChartRow Row(PictureBar bar)
    {
        List<RowMark> marks = bar.Number is { } number ? [new BarMark(0, number, number >= 0 ? "te-pos" : "te-neg")] : [];
        if (bar.Lower is { } lower && bar.Upper is { } upper)
            marks.Add(new SpanMark(lower, upper));
        return new(bar.Name, bar.Value, bar.Number is null ? "" : NumberText.Signed(bar.Number.Value, _provider) + (bar.IsUndecided ? " ?" : ""), marks) { IsQuiet = bar.IsProtected };
    }
}
