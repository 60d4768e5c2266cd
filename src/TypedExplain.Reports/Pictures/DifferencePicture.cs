using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Reports.Charts;
using TypedExplain.Reports.Pictures.Bars;
using TypedExplain.Testing;

namespace TypedExplain.Reports;

/// <summary>Two versions of a model, or two groups of people: by how much each feature differs, with 95 % intervals and the noise floor, what differs without any reason.</summary>
public sealed partial class DifferencePicture : Picture
{
    private readonly IFormatProvider _provider;
    private readonly string _axis;
    private readonly bool _isShare;

    private readonly Func<double, string> _write;

    private DifferencePicture(string title, ImmutableArray<string> notes, string axis, bool isShare, Func<double, string> write, IFormatProvider provider)
        : base(title, notes) => (_axis, _isShare, _write, _provider) = (axis, isShare, write, provider);

    /// <summary>The features with the largest differences first, with their intervals.</summary>
    public required ImmutableArray<PictureBar> Bars { get; init; }

    /// <summary>The noise floor of each bar: what differs of it between two runs of the same; empty where nothing is due to chance.</summary>
    public required ImmutableArray<double> NoiseFloor { get; init; }

    /// <summary>Whether a difference is more than noise, for each bar; null where it is withheld.</summary>
    public required ImmutableArray<bool?> IsBeyondNoise { get; init; }

    /// <inheritdoc/>
    public override string Summary
    {
        get
        {
            string[] beyond = [.. Bars.Where((_, i) => IsBeyondNoise[i] == true).Select(bar => $"{bar.Name} {_write(bar.Number!.Value)}")];
            return beyond.Length == 0 ? "No difference is more than noise." : $"Beyond noise: {string.Join(", ", beyond)}.";
        }
    }

    internal override string Kind => "difference";

    internal override Chart Chart => new RowChart
    {
        Rows = [.. Bars.Select(Row)],
        AxisTitle = _axis,
        Write = _isShare ? _write : null,
        References = [(0, "")],
        Legend = NoiseFloor.IsEmpty ? new([]) : new([("noise floor", 4)]),
        Provider = _provider,
    };

    /// <summary>The picture of what a second version of a model changes: for each feature the share of instances for which the model moved it into or out of the first reasons.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="diff">The comparison.</param>
    /// <param name="options">How the picture is made; null for the defaults.</param>
    /// <exception cref="InvalidOptionException">An option is outside what it may be.</exception>
    public static DifferencePicture Of<T>(ModelDiff<T> diff, PictureOptions? options = null)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(diff);
        PictureOptions given = PictureOptions.Checked(options);
        FeatureDiff<T>[] changed = [.. diff.Features.Where(feature => feature.Reason.Changed.Count > 0 || feature.Reason.Noise.Count > 0).OrderByDescending(feature => feature.Reason.Changed.Value)];
        FeatureDiff<T>[] shown = [.. changed.Take(given.MostRows)];
        List<string> notes = [];
        if (diff.Noise is { } noise)
            notes.Add(Sentence.Of(noise));
        if (diff.Failed.Length > 0)
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"{diff.Failed.Length} {Noun.Of(diff.Failed.Length, "instance could not be explained and does", "instances could not be explained and do")} not count."));
        if (changed.Length > shown.Length)
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"{changed.Length - shown.Length} more {Noun.Of(changed.Length - shown.Length, "feature")} changed for fewer instances."));
        notes.Add(string.Create(given.Provider, $"Another answer: {diff.Prediction}; the answer changes by {diff.MeanPredictionChange:G3} on average, by {diff.LargestPredictionChange:G3} at most."));
        notes.Add("Lines are 95 % intervals." + (shown.Any(feature => feature.Reason.IsByModel) ? " What is marked with * is more than noise." : ""));
        notes.Add(diff.IsExact ? "All seeds agree to the bit, so every difference is the model's." : "Noise floor: how many instances differ between two seeds of one model.");
        return new($"What the second model changes in the first {diff.Options.TopReasons} {Noun.Of(diff.Options.TopReasons, "reason")} of {diff.Instances.Length.ToString("#,##0", given.Provider)} instances of {T.Schema.Name}", [.. notes], "share of instances for which the model moved the feature into or out of the first reasons", isShare: true, share => (100 * share).ToString("0.0", given.Provider) + " %", given.Provider)
        {
            Bars = [.. shown.Select(feature => new PictureBar(feature.Feature.DisplayName + (feature.Feature.IsProtected ? " (protected)" : ""), "", feature.Reason.Changed.Value) { Lower = feature.Reason.Changed.Lower, Upper = feature.Reason.Changed.Upper, IsProtected = feature.Feature.IsProtected })],
            NoiseFloor = diff.IsExact ? [] : [.. shown.Select(feature => feature.Reason.Noise.Value)],
            IsBeyondNoise = [.. shown.Select(feature => (bool?)feature.Reason.IsByModel)],
        };
    }

    private protected override PictureTable MakeTable() => PictureTable.Of(
        ["feature", "difference", "95 % interval", .. NoiseFloor.IsEmpty ? (string[])[] : ["noise floor"], "beyond noise"],
        Bars.Select((bar, i) => (PictureCell[])[
            new(bar.Name),
            bar.Number is { } number ? new(_write(number), number) : new("withheld"),
            new(bar.Lower is { } lower && bar.Upper is { } upper ? $"{_write(lower)} to {_write(upper)}" : ""),
            .. NoiseFloor.IsEmpty ? (PictureCell[])[] : [double.IsNaN(NoiseFloor[i]) ? new("withheld") : new(_write(NoiseFloor[i]), NoiseFloor[i])],
            new(IsBeyondNoise[i] switch { true => "yes", false => "no", null => "withheld" })]));

    private ChartRow Row(PictureBar bar, int i)
    {
        List<RowMark> marks = [];
        if (bar.Number is { } number)
            marks.Add(new BarMark(0, number, number >= 0 ? "te-pos" : "te-neg"));
        if (bar.Lower is { } lower && bar.Upper is { } upper)
            marks.Add(new SpanMark(lower, upper));
        if (!NoiseFloor.IsEmpty && !double.IsNaN(NoiseFloor[i]))
            marks.Add(new PointMark(bar.Number < 0 ? -NoiseFloor[i] : NoiseFloor[i], 4));
        return new(bar.Name, bar.Value, bar.Number is { } told ? _write(told) + (IsBeyondNoise[i] == true ? " *" : "") : "", marks) { IsQuiet = bar.IsProtected };
    }
}
