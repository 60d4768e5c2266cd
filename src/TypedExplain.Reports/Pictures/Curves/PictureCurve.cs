using System.Collections.Immutable;

namespace TypedExplain.Reports;

/// <summary>One line of points that a picture draws, with the name by which it is told from others.</summary>
public sealed class PictureCurve
{
    internal PictureCurve(string name, ImmutableArray<(string Label, double Value, double Mean, double Lower, double Upper)> points, ImmutableArray<int> supports, ImmutableArray<ImmutableArray<double>> singles) =>
        (Name, Points, Supports, Singles) = (name, points, supports, singles);

    /// <summary>What it is: "partial dependence" or "accumulated local effects".</summary>
    public string Name { get; }

    /// <summary>The points: the value in words and as a number, the mean and its 95 % interval; not a number where that is not known.</summary>
    public ImmutableArray<(string Label, double Value, double Mean, double Lower, double Upper)> Points { get; }

    /// <summary>How many rows of the background are nearest to each point.</summary>
    public ImmutableArray<int> Supports { get; }

    /// <summary>The curves of single instances, a number per point.</summary>
    public ImmutableArray<ImmutableArray<double>> Singles { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
