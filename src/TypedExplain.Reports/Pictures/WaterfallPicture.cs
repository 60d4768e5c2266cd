using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Explanations;
using TypedExplain.Reports.Charts;
using TypedExplain.Reports.Pictures.Bars;
using TypedExplain.Schema.Values;

namespace TypedExplain.Reports;

/// <summary>One decision by contributions: signed bars, each beginning where the last one ends, from the base value to the model's answer.</summary>
public sealed class WaterfallPicture : Picture
{
    private readonly IFormatProvider _provider;

    private WaterfallPicture(string title, ImmutableArray<string> notes, IFormatProvider provider)
        : base(title, notes) => _provider = provider;

    /// <summary>The explained output.</summary>
    public required string Output { get; init; }

    /// <summary>The scale of the numbers that are drawn.</summary>
    public required LinkFunction Link { get; init; }

    /// <summary>The answer where nothing is known of the instance, where the bars begin.</summary>
    public required double BaseValue { get; init; }

    /// <summary>The model's answer for the instance, where they end.</summary>
    public required double Prediction { get; init; }

    /// <summary>The bars, the largest first; the last one stands for what is left.</summary>
    public required ImmutableArray<PictureBar> Bars { get; init; }

    /// <inheritdoc/>
    public override string Summary
    {
        get
        {
            PictureBar[] told = [.. Bars.Where(bar => bar is { Number: not (null or 0), Features: 1 })];
            string most = string.Join(", ", told.Take(3).Select(bar => $"{bar.Name}{(bar.Value.Length > 0 ? " " + bar.Value : "")} {Signed(bar.Number!.Value)}"));
            return $"{Output} is {NumberText.Answer(Prediction, _provider)}, {Signed(Prediction - BaseValue)} from the base value {NumberText.Answer(BaseValue, _provider)}." + (most.Length > 0 ? $" The largest contributions: {most}." : " No feature contributes.");
        }
    }

    internal override string Kind => "waterfall";

    internal override Chart Chart
    {
        get
        {
            List<ChartRow> rows = [];
            double total = BaseValue;
            foreach (PictureBar bar in Bars)
            {
                double from = total, to = total + (bar.Number ?? 0);
                string look = (bar.Number >= 0 ? "te-pos" : "te-neg") + (bar.Features > 1 ? " te-rest" : "");
                List<RowMark> marks = bar.Number is null ? [] : [new BarMark(from, to, look)];
                if (bar.Lower is { } lower && bar.Upper is { } upper)
                    marks.Add(new SpanMark(from + lower, from + upper));
                rows.Add(new(bar.Name, bar.Value, bar.Number is null ? "" : Told(bar), marks) { Total = to, IsQuiet = bar.Features > 1 || bar.IsProtected });
                total = to;
            }

            return new RowChart
            {
                Rows = rows,
                AxisTitle = Scales.Name(Output, Link),
                References = [(BaseValue, "base value " + NumberText.Answer(BaseValue, _provider)), (Prediction, "answer " + NumberText.Answer(Prediction, _provider))],
                Provider = _provider,
            };
        }
    }

    /// <summary>The picture of SHAP values.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="values">The values.</param>
    /// <param name="options">How the picture is made; null for the defaults.</param>
    /// <exception cref="InvalidOptionException">An option is outside what it may be.</exception>
    public static WaterfallPicture Of<T>(ShapValues<T> values, PictureOptions? options = null)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(values);
        PictureOptions given = PictureOptions.Checked(options);
        ImmutableArray<PictureBar> bars = ContributionRows.Of(values, given);
        List<string> notes = [.. TableText.Of(values.Caveats, values.RowLoss, null, given.Provider).Select(Sentence.Of)];
        if (values.StandardErrors is not null)
            notes.Add("The contributions are estimated from random draws; the lines are 95 % intervals.");
        if (bars.Any(bar => bar.IsProtected) && given.Withholds)
            notes.Add("Protected features are marked and have no number of their own; what they contribute is in the last row.");
        int without = T.Schema.Features.Count(feature => values.Contributions[feature] == 0 && !(feature.IsProtected && given.Withholds));
        if (without > 0)
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"{without} {Noun.Of(without, "feature contributes", "features contribute")} nothing."));
        return new($"Why {values.Output} of this {T.Schema.Name} is {NumberText.Answer(values.Prediction, given.Provider)}", [.. notes], given.Provider)
        {
            Output = values.Output,
            Link = values.Link,
            BaseValue = values.BaseValue,
            Prediction = values.Prediction,
            Bars = bars,
        };
    }

    private protected override PictureTable MakeTable()
    {
        double total = BaseValue;
        List<PictureCell[]> rows = [[new("base value"), new(""), new(""), new(""), Answer(BaseValue)]];
        foreach (PictureBar bar in Bars)
        {
            total += bar.Number ?? 0;
            rows.Add([new(bar.Name), new(bar.Value), bar.Number is { } number ? new(Signed(number), number) : new("withheld"), Interval(bar), bar.Number is null ? new("") : Answer(total)]);
        }

        rows.Add([new("answer"), new(""), new(""), new(""), Answer(Prediction)]);
        return PictureTable.Of(["feature", "value", "contribution", "95 % interval", "running total"], rows);
    }

    private PictureCell Answer(double answer) => new(NumberText.Answer(answer, _provider), answer);

    private PictureCell Interval(PictureBar bar) => new(bar.Lower is { } lower && bar.Upper is { } upper ? Intervals.Text(lower, upper, _provider) : "");

    private string Signed(double number) => NumberText.Signed(number, _provider);

    private string Told(PictureBar bar) => Signed(bar.Number!.Value) + (bar.Lower is { } lower && bar.Upper is { } upper && double.IsFinite(lower) ? $" ± {NumberText.Answer((upper - lower) / 2, _provider)}" : "");
}
