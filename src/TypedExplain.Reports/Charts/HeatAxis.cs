using TypedExplain.Reports.Drawing;

namespace TypedExplain.Reports.Charts;

/// <summary>An axis of a heat map: numbers to scale, each with the stretch that is nearest to it, or names side by side. What has no number stands apart at the end.</summary>
internal sealed record HeatAxis
{
    // So much of an axis is left for numbers where something stands apart, and from where on it stands.
    private const double Numbers = 0.84, Apart = 0.88;

    /// <summary>What it is of.</summary>
    public required string Name { get; init; }

    /// <summary>The values in words, in their order.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>The values as numbers; not a number for what has none, which is the last.</summary>
    public required IReadOnlyList<double> Values { get; init; }

    /// <summary>Whether values are names, side by side.</summary>
    public bool IsPlaces { get; init; }

    /// <summary>Whether numbers are on a logarithmic scale.</summary>
    public bool IsLog { get; init; }

    /// <summary>Whether numbers are whole.</summary>
    public bool IsWhole { get; init; }

    /// <summary>The way once round where it goes round; else 0.</summary>
    public double Period { get; init; }

    /// <summary>How numbers are written; null for plain.</summary>
    public Func<double, string>? Write { get; init; }

    /// <summary>The culture of numbers.</summary>
    public IFormatProvider? Provider { get; init; }

    /// <summary>Whether something without a number stands apart.</summary>
    public bool IsApart => !IsPlaces && double.IsNaN(Values[^1]);

    private int Count => Values.Count - (IsApart ? 1 : 0);

    /// <summary>From which number to which the stretch of a value reaches.</summary>
    public (double From, double To) Ends(int value)
    {
        double at = Values[value], end = IsWhole ? 0.5 : 0;
        double before = value > 0 ? Values[value - 1] : Period > 0 && Count > 1 ? Values[Count - 1] - Period : double.NaN;
        double after = value + 1 < Count ? Values[value + 1] : Period > 0 && Count > 1 ? Values[0] + Period : double.NaN;
        return (double.IsNaN(before) ? (IsLog && at - end <= 0 ? at : at - end) : Middle(before, at), double.IsNaN(after) ? at + end : Middle(at, after));
    }

    /// <summary>Where each value is drawn, from 0 to 1, and the ticks between.</summary>
    public (IReadOnlyList<(double From, double To)> Spans, IReadOnlyList<(double At, string Text)> Ticks) Place(int ticks)
    {
        if (IsPlaces)
            return ([.. Values.Select((_, i) => ((double)i / Values.Count, (i + 1.0) / Values.Count))], []);
        double room = IsApart ? Numbers : 1;
        (double From, double To)[] ends = [.. Enumerable.Range(0, Count).Select(Ends)];
        Axis axis = Axis.Around(ends.SelectMany(end => (double[])[end.From, end.To]), ticks, IsLog, Write, Provider, IsWhole ? 1 : 0);
        List<(double, double)> spans = [.. ends.Select(end => end.From.Equals(end.To) ? (0.25 * room, 0.75 * room) : (room * axis.Place(end.From), room * axis.Place(end.To)))];
        if (IsApart)
            spans.Add((Apart, 1));
        return (spans, [.. axis.Ticks.Select(tick => (room * axis.Place(tick.At), tick.Text))]);
    }

    private double Middle(double low, double high) => IsLog ? Math.Sqrt(low) * Math.Sqrt(high) : (low / 2) + (high / 2);
}
