using System.Globalization;
using TypedExplain.Neighborhoods.Media;
using TypedExplain.Numerics;

namespace TypedExplain.Neighborhoods.Samples;

/// <summary>What each sample counts: by the neighborhood where it says so, else by the kernel of its distance.</summary>
internal static class SampleWeights
{
    /// <summary>Replaces the squares of distances by weights.</summary>
    /// <param name="samples">The samples, with the squares of their distances in place of weights.</param>
    /// <param name="neighborhood">Where they came from.</param>
    /// <param name="kernel">How distance becomes weight.</param>
    /// <param name="media">Their texts and images.</param>
    /// <param name="stream">The stream that they were drawn from.</param>
    /// <exception cref="InvalidOptionException">A weight is negative or not a number.</exception>
    /// <exception cref="NoFitException">All neighbors have weight 0.</exception>
    public static void Weigh<T>(SampleTable<T> samples, INeighborhood<T> neighborhood, IKernel kernel, MediaSamples<T>? media, RandomStream stream)
        where T : IFeatureRecord<T>
    {
        int features = T.Schema.Features.Length;
        Span<double> weights = samples.Weights;
        IWeightedNeighborhood<T>? weighted = neighborhood as IWeightedNeighborhood<T>;
        if (weighted is not null)
            weighted.Weigh(samples.Instance, stream, weights);
        else if (features > 0)
            kernel.Weigh(weights, features);
        else
            weights.Fill(1);
        if (kernel is not UnweightedKernel)
            media?.Weigh(weights);
        if (!VectorOps.AreWithin(weights, 0, double.MaxValue))
        {
            double weight = weights[weights.IndexOfAnyExceptInRange(0, double.MaxValue)];
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"The {(weighted is null ? $"kernel {kernel}" : "neighborhood")} gave a sample the weight {weight}; it must be 0 or more."));
        }

        if (!weights[1..].ContainsAnyExcept(0.0))
        {
            throw new NoFitException(string.Create(CultureInfo.InvariantCulture,
                $"All {samples.Samples - 1} neighbors of {T.Schema.Describe(samples.Instance)} have weight 0; the nearest is {Math.Sqrt(LeastSquaredDistance(samples)):G4} standard deviations away. Widen the kernel ({kernel}{(media is null ? "" : ", or the Width of texts and images")}) or draw nearer (Radius)."));
        }
    }

    private static double LeastSquaredDistance<T>(SampleTable<T> samples)
        where T : IFeatureRecord<T>
    {
        double least = double.PositiveInfinity;
        for (int row = 1; row < samples.Samples; row++)
        {
            ReadOnlySpan<double> sample = samples.Table.Slice(row * samples.Stride, T.Schema.Features.Length);
            least = Math.Min(least, VectorOps.Dot(sample, sample));
        }

        return least;
    }
}
