using System.Collections.Immutable;
using TypedExplain.Numerics;
using TypedExplain.Training.Gradients;

namespace TypedExplain.Training;

/// <summary>
/// Integrated gradients (Sundararajan, Taly and Yan, 2017): the way from a baseline to the record, times the mean gradient
/// along it. Over the numbers that differ they sum up to the change of the output along the way, in its units.
/// </summary>
/// <remarks>The integral is Gauss's quadrature. Everything but numbers is the record's own along the whole way.</remarks>
/// <typeparam name="T">The record.</typeparam>
public sealed record IntegratedGradients<T> : IGradientMap<T>
    where T : IFeatureRecord<T>
{
    /// <summary>Points along the way; from 1 to 1000.</summary>
    [OptionRange(AtLeast = 1, AtMost = 1000)]
    public int Steps { get; init; } = 50;

    /// <summary>Where ways begin; the mean over them is given. Empty for the number 0, a black image, or the end of a number's limits that is nearest to it.</summary>
    public ImmutableArray<T> Baselines { get; init; } = [];

    /// <inheritdoc/>
    public string Name => "Integrated gradients";

    /// <inheritdoc/>
    public double[] Map(IDifferentiableModel<T> model, T record, [OptionRange(AtLeast = 0)] int? output = null)
    {
        if (Steps is < 1 or > 1000)
            throw new InvalidOptionException($"Steps of {Name} is {Steps}; it must be from 1 to 1000.");
        if (Baselines.IsDefault)
            throw new InvalidOptionException($"Baselines of {Name} is not a list; give an empty one for zeros.");
        GradientRows<T> rows = new(model, record, output, Name);
        double[] map = new double[rows.Own.Length], baseline = new double[map.Length];
        for (int i = 0; i < Math.Max(1, Baselines.Length); i++)
        {
            if (!Baselines.IsEmpty)
                T.Schema.Encode(Baselines[i], baseline);
            Add(rows, baseline, 1.0 / Math.Max(1, Baselines.Length), map);
        }

        return map;
    }

    private void Add(GradientRows<T> rows, double[] baseline, double share, double[] map)
    {
        int columns = map.Length;
        double[] points = new double[Steps], weights = new double[Steps], way = new double[checked(Steps * columns)];
        GaussLegendre.Fill(points, weights);
        double[] start = [.. rows.Own];
        foreach (Feature<T> feature in rows.Numbers)
        {
            // A missing number of the baseline has no place on the way.
            if (feature.IsPresent(baseline) || Baselines.IsEmpty)
                start[feature.Column] = Math.Clamp(baseline[feature.Column], feature.Limits.Minimum, feature.Limits.Maximum);
        }

        for (int step = 0; step < Steps; step++)
        {
            for (int i = 0; i < columns; i++)
                way[(step * columns) + i] = start[i] + (points[step] * (rows.Own[i] - start[i]));
        }

        double[] gradient = rows.Mean(way, Steps, weights);
        for (int i = 0; i < columns; i++)
            map[i] = Math.FusedMultiplyAdd(share * (rows.Own[i] - start[i]), gradient[i], map[i]);
    }
}
