using TypedExplain.Generated;
using TypedExplain.Numerics;
using TypedExplain.Schema;

namespace TypedExplain.Explanations.Trust;

/// <summary>
/// The numbers of an instance that vary in a trust region: how far each is from the instance's own, in standard deviations on its
/// scale. Everything else is held at the instance's.
/// </summary>
internal sealed class NumberSpace<T>
    where T : IFeatureRecord<T>
{
    // A row this share beyond the edge of a cube still counts as inside: legal values are rounded.
    private const double Rounding = 1e-3;

    private readonly double[] _own;
    private readonly double[] _deviations;
    private readonly Feature<T>[] _features;
    private readonly double[] _lowest;
    private readonly double[] _highest;

    /// <summary>The numbers of an instance.</summary>
    /// <param name="columns">The encoded instance.</param>
    /// <param name="statistics">What standard deviations are taken from.</param>
    /// <param name="isRead">Whether model or surrogate look at a feature.</param>
    public NumberSpace(ReadOnlySpan<double> columns, FeatureStatistics<T> statistics, Func<Feature<T>, bool> isRead)
    {
        double[] own = _own = columns.ToArray();
        _features = [.. T.Schema.Features.Where(feature => feature.IsNumeric && feature.IsPresent(own) && feature.Draw != DrawMode.Fixed && statistics.Deviation[feature] > 0 && feature.Limits.Minimum < feature.Limits.Maximum && isRead(feature))];
        _deviations = [.. T.Schema.Features.Select(feature => statistics.Deviation[feature])];
        _lowest = [.. _features.Select(feature => Reach(feature, -1))];
        _highest = [.. _features.Select(feature => Reach(feature, 1))];
    }

    /// <summary>How many numbers vary.</summary>
    public int Dimensions => _features.Length;

    /// <summary>The half width of a cube that holds every legal value.</summary>
    public double Farthest => _features.Length == 0 ? 0 : Enumerable.Range(0, _features.Length).Max(i => Math.Max(-_lowest[i], _highest[i]));

    /// <summary>Whether a record at such a distance counts as inside a cube.</summary>
    public static bool IsInside(double radius, double halfWidth) => radius <= halfWidth * (1 + Rounding);

    /// <summary>The smallest half width at which a record at such a distance is no longer outside of a cube.</summary>
    public static double Outside(double radius) => radius / (1 + Rounding);

    /// <summary>Whether a feature varies.</summary>
    public bool Varies(Feature<T> feature) => Array.IndexOf(_features, feature) >= 0;

    /// <summary>Whether its stated range or its type ends a number before the edge of a cube.</summary>
    public bool IsCut(Feature<T> feature, double halfWidth)
    {
        int i = Array.IndexOf(_features, feature);
        return i >= 0 && feature.Scale != FeatureScale.Cyclic && (_lowest[i] > -halfWidth || _highest[i] < halfWidth);
    }

    /// <summary>How many numbers have more than one legal value in a cube.</summary>
    public int Varying(double halfWidth) => Enumerable.Range(0, _features.Length).Count(i => Low(i, halfWidth) < High(i, halfWidth));

    /// <summary>How far down a number goes in a cube, 0 or less.</summary>
    public double Low(int number, double halfWidth) => Snapped(number, Math.Max(-halfWidth, _lowest[number]), halfWidth);

    /// <summary>How far up.</summary>
    public double High(int number, double halfWidth) => Snapped(number, Math.Min(halfWidth, _highest[number]), halfWidth);

    /// <summary>A distance of a number as a legal value has it that is still in the cube: whole numbers, ranks and dates have few.</summary>
    public double Snapped(int number, double distance, double halfWidth)
    {
        Feature<T> feature = _features[number];
        double bounded = Math.Clamp(distance, Math.Max(-halfWidth, _lowest[number]), Math.Min(halfWidth, _highest[number]));
        if (!LegalSteps.Has(feature))
            return bounded;
        Axis axis = T.Schema.Axes[feature.Index];
        double own = _own[feature.Column], deviation = _deviations[feature.Index], scaled = axis.Scaled(own);
        double value = LegalSteps.Nearest(feature, axis.Unscaled(scaled + (bounded * deviation)));
        double steps = (axis.Scaled(value) - scaled) / deviation;
        if (Math.Abs(steps) > halfWidth * (1 + Rounding))
            steps = (axis.Scaled(LegalSteps.Nearer(feature, value, own)) - scaled) / deviation;
        return steps;
    }

    /// <summary>Makes legal rows of distances, and the distances as those rows have them.</summary>
    /// <param name="distances">For each row in turn one distance per number; replaced by what the rows have.</param>
    /// <param name="rows">Where the rows go.</param>
    public void Encode(Span<double> distances, Span<double> rows)
    {
        int columns = _own.Length, count = rows.Length / columns, features = T.Schema.Features.Length, stride = RandomStream.WholeBlocks(count);
        for (int row = 0; row < count; row++)
            _own.CopyTo(rows[(row * columns)..]);
        using Pooled memory = new((features * (stride + 1)) + count);
        Span<double> moves = memory.Span[..(features * stride)], spread = memory.Span.Slice(features * stride, features), draws = memory.Span[^count..];
        for (int i = 0; i < _features.Length; i++)
        {
            int feature = _features[i].Index;
            spread[feature] = _deviations[feature];
            for (int row = 0; row < count; row++)
                moves[(feature * stride) + row] = distances[(row * _features.Length) + i];
        }

        T.Perturb(new Perturbation
        {
            AroundRows = true,
            LeavesStill = true,
            Spread = spread,
            Normals = moves,
            Axes = T.Schema.Axes,
            Rows = rows,
            Draws = draws,
            Columns = columns,
        });
        for (int row = 0; row < count; row++)
            Measure(rows.Slice(row * columns, columns), distances.Slice(row * _features.Length, _features.Length));
    }

    /// <summary>What a number may be in a cube, in its own unit: legal values, the ends of a circle as they lie on it.</summary>
    public FeatureRange Range(Feature<T> feature, double halfWidth)
    {
        int i = Array.IndexOf(_features, feature);
        if (i < 0)
            return new(_own[feature.Column], _own[feature.Column]);
        Axis axis = T.Schema.Axes[feature.Index];
        if (feature.Scale == FeatureScale.Cyclic && halfWidth >= _highest[i])
            return new(feature.Limits.Minimum, feature.Limits.Maximum);
        Span<double> ends = [End(Low(i, halfWidth)), End(High(i, halfWidth))];
        if (feature.Scale == FeatureScale.Cyclic)
            axis.Restore(ends, feature.Limits.Minimum, feature.Limits.Maximum);
        else
            ends = [Math.Max(ends[0], feature.Limits.Minimum), Math.Min(ends[1], feature.Limits.Maximum)];
        return new(ends[0], ends[1]);

        double End(double distance)
        {
            if (distance == 0)
                return _own[feature.Column];
            double end = axis.Unscaled(axis.Scaled(_own[feature.Column]) + (distance * _deviations[feature.Index]));
            return LegalSteps.Has(feature) ? LegalSteps.Nearest(feature, end) : end;
        }
    }

    /// <summary>The largest distance of a row's numbers.</summary>
    public static double RadiusOf(ReadOnlySpan<double> distances)
    {
        double radius = 0;
        foreach (double distance in distances)
            radius = Math.Max(radius, Math.Abs(distance));
        return radius;
    }

    /// <summary>Where the mean of the background lies, as a distance.</summary>
    public double Mean(int number, FeatureStatistics<T> statistics)
    {
        Feature<T> feature = _features[number];
        return feature.Scale == FeatureScale.Cyclic ? 0 : (statistics.Mean[feature] - T.Schema.Axes[feature.Index].Scaled(_own[feature.Column])) / _deviations[feature.Index];
    }

    private void Measure(ReadOnlySpan<double> row, Span<double> distances)
    {
        for (int i = 0; i < _features.Length; i++)
        {
            Feature<T> feature = _features[i];
            Axis axis = T.Schema.Axes[feature.Index];
            double own = _own[feature.Column], value = row[feature.Column];
            distances[i] = (feature.Scale == FeatureScale.Cyclic ? axis.Turn(own, value) : axis.Scaled(value) - axis.Scaled(own)) / _deviations[feature.Index];
        }
    }

    private double Reach(Feature<T> feature, int side)
    {
        Axis axis = T.Schema.Axes[feature.Index];
        double deviation = _deviations[feature.Index];
        if (feature.Scale == FeatureScale.Cyclic)
            return side * (axis.Range.Maximum - axis.Range.Minimum) / 2 / deviation;
        double end = side < 0 ? feature.Limits.Minimum : feature.Limits.Maximum;
        return double.IsFinite(end) ? (axis.Scaled(end) - axis.Scaled(_own[feature.Column])) / deviation : side * double.PositiveInfinity;
    }
}
