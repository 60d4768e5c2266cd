using TypedExplain.Numerics;

namespace TypedExplain.Explanations.Trust;

/// <summary>What the least of a few samples tells of the least of all (de Haan, "Estimation of the minimum of a function using order statistics", 1981).</summary>
internal static class LeastValue
{
    private const int SamplesPerNumber = 10;

    /// <summary>f₁ − (f₂ − f₁)/(c^(−2/d) − 1); null where the samples are too few.</summary>
    /// <param name="samples">Uniform samples; the same one twice counts once.</param>
    /// <param name="dimensions">d, how many numbers vary.</param>
    /// <param name="confidence">c.</param>
    public static double? Bound(IReadOnlyList<Place> samples, int dimensions, double confidence)
    {
        if (samples.Count < Math.Max(2, SamplesPerNumber * dimensions))
            return null;
        Place least = samples[0];
        foreach (Place sample in samples)
            least = sample.Fidelity < least.Fidelity ? sample : least;
        double second = double.PositiveInfinity;
        foreach (Place sample in samples)
        {
            if (!sample.Distances.AsSpan().SequenceEqual(least.Distances))
                second = Math.Min(second, sample.Fidelity);
        }

        // Of one record only, asked about again and again, the least is known.
        return double.IsFinite(second) ? least.Fidelity - ((second - least.Fidelity) / (VectorMath.Exp(-2 * VectorMath.Log(confidence) / dimensions) - 1)) : least.Fidelity;
    }
}
