using TypedExplain.Numerics;

namespace TypedExplain.Surrogates;

/// <summary>The sample weights of environments: how often each sample was drawn, times its own weight.</summary>
internal static class BootstrapWeights
{
    /// <summary>Draws one environment of n samples from n.</summary>
    /// <param name="bootstrap">How samples are drawn.</param>
    /// <param name="weights">The kernel weights of the samples.</param>
    /// <param name="stream">Random numbers of this environment.</param>
    /// <param name="drawn">Where the environment's weights go.</param>
    public static void Draw(Bootstrap bootstrap, ReadOnlySpan<double> weights, RandomStream stream, Span<double> drawn)
    {
        drawn.Clear();
        if (bootstrap == Bootstrap.ByWeight)
        {
            DrawByWeight(weights, stream, drawn);
            return;
        }

        for (int i = 0; i < drawn.Length; i++)
            drawn[stream.Choose(i, drawn.Length)] += 1;
        for (int i = 0; i < drawn.Length; i++)
            drawn[i] *= weights[i];
    }

    private static void DrawByWeight(ReadOnlySpan<double> weights, RandomStream stream, Span<double> drawn)
    {
        using Pooled cumulative = new(weights.Length);
        double total = 0;
        for (int i = 0; i < weights.Length; i++)
            cumulative.Span[i] = total += weights[i];

        for (int i = 0; i < drawn.Length; i++)
        {
            int at = cumulative.Span.BinarySearch(stream.Uniform(i) * total);
            int sample = at >= 0 ? at + 1 : ~at;
            while (sample < weights.Length - 1 && weights[sample] == 0)
                sample++;
            drawn[Math.Min(sample, weights.Length - 1)] += 1;
        }
    }
}
