using TypedExplain.Schema;

namespace TypedExplain;

public sealed partial class FeatureStatistics<T>
{
    private static FeatureStatistics<T>? s_ofRanges;

    /// <summary>
    /// Statistics that follow from the stated ranges only, as if numbers were uniform in their range, on their scale, and
    /// categories equally frequent.
    /// </summary>
    /// <exception cref="InvalidOptionException">A number has no stated range.</exception>
    internal static FeatureStatistics<T> OfRanges => s_ofRanges ??= FromRanges();

    private static FeatureStatistics<T> FromRanges()
    {
        FeatureSchema<T> schema = T.Schema;
        double[] mean = new double[schema.Features.Length];
        double[] deviation = new double[schema.Features.Length];
        double[] frequencies = new double[schema.Slots];
        foreach (Feature<T> feature in schema.Features)
        {
            Axis axis = schema.Axes[feature.Index];
            deviation[feature.Index] = 1;
            if (!feature.IsNumeric)
            {
                frequencies.AsSpan(axis.Slot, axis.Slots).Fill(axis.Slots == 1 && feature.Kind != FeatureKind.Category ? 0.5 : 1.0 / axis.Slots);
                continue;
            }

            if (feature.Range is not { IsBounded: true } range)
            {
                throw new InvalidOptionException(
                    $"Nothing tells how far {schema.Name}.{feature.Name} spreads. Give the neighborhood a Background data set, or the feature a range: [Numeric(minimum, maximum)].");
            }

            if (feature.Draw == DrawMode.Marginal)
                throw new InvalidOptionException($"{schema.Name}.{feature.Name} is drawn from the background, and the neighborhood has none. Give it a Background data set.");
            double low = axis.Scaled(range.Minimum), high = axis.Scaled(range.Maximum);
            mean[feature.Index] = low + ((high - low) / 2);
            deviation[feature.Index] = (high - low) / Math.Sqrt(12);
        }

        return new(mean, deviation, frequencies, new double[]?[schema.Features.Length], "the stated ranges");
    }
}
