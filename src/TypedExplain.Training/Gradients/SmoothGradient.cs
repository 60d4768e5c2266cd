using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Neighborhoods;
using TypedExplain.Training.Gradients;

namespace TypedExplain.Training;

/// <summary>The mean gradient at copies of the record with normal noise on its numbers (SmoothGrad; Smilkov et al., 2017).</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed record SmoothGradient<T> : IGradientMap<T>
    where T : IFeatureRecord<T>
{
    /// <summary>How many copies; at least 1.</summary>
    [OptionRange(AtLeast = 1)]
    public int Samples { get; init; } = 50;

    /// <summary>The standard deviation of the noise, 0 or more: a share of each number's stated range, or in its own units where none is stated.</summary>
    [OptionRange(AtLeast = 0, Below = double.PositiveInfinity)]
    public double Deviation { get; init; } = 0.15;

    /// <summary>Seed of the noise.</summary>
    public int Seed { get; init; }

    /// <inheritdoc/>
    public string Name => "Smooth gradient";

    /// <inheritdoc/>
    public double[] Map(IDifferentiableModel<T> model, T record, [OptionRange(AtLeast = 0)] int? output = null)
    {
        if (Samples < 1)
            throw new InvalidOptionException($"Samples of {Name} is {Samples}; it must be at least 1.");
        if (!(Deviation >= 0 && double.IsFinite(Deviation)))
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Deviation of {Name} is {Deviation}; it must be 0 or more."));
        GradientRows<T> rows = new(model, record, output, Name);
        int columns = rows.Own.Length;
        if ((long)Samples * columns > MemoryLimit.Numbers)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Samples of {Name} is {Samples}; with {columns} columns it must be at most {MemoryLimit.Numbers / columns}."));
        foreach (Feature<T> feature in rows.Numbers)
            Spreads.Check(nameof(Deviation), Deviation, feature, Deviation * (feature.Range is { } range ? Math.Max(1, range.Maximum - range.Minimum) : 1));
        double[] copies = new double[Samples * columns], noise = new double[columns];
        RandomStream stream = new RandomStream(Seed, "smooth gradient").For(rows.Own);
        for (int sample = 0; sample < Samples; sample++)
        {
            stream.For(sample).FillNormal(0, noise);
            rows.Own.CopyTo(copies, sample * columns);
            foreach (Feature<T> feature in rows.Numbers)
            {
                ref double value = ref copies[(sample * columns) + feature.Column];

                // Beyond the limits of the number a scale may not be defined.
                value = Math.Clamp(value + (Deviation * (feature.Range is { } range ? range.Maximum - range.Minimum : 1) * noise[feature.Column]), feature.Limits.Minimum, feature.Limits.Maximum);
            }
        }

        return rows.Mean(copies, Samples);
    }
}
