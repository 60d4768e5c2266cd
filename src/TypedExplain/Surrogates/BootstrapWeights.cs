using System.Buffers;
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

        int[] chosen = ArrayPool<int>.Shared.Rent(drawn.Length);
        stream.FillChoices(0, drawn.Length, chosen.AsSpan(0, drawn.Length));
        foreach (int sample in chosen.AsSpan(0, drawn.Length))
            drawn[sample] += 1;
        ArrayPool<int>.Shared.Return(chosen);
        for (int i = 0; i < drawn.Length; i++)
            drawn[i] *= weights[i];
    }

    private static void DrawByWeight(ReadOnlySpan<double> weights, RandomStream stream, Span<double> drawn)
    {
        using Pooled memory = Pooled.Unset(2 * weights.Length);
        Span<double> cumulative = memory.Span[..weights.Length], shares = memory.Span[weights.Length..];
        double total = 0;
        for (int i = 0; i < weights.Length; i++)
            cumulative[i] = total += weights[i];

        stream.FillUniform(0, shares);
        foreach (double share in shares)
        {
            int at = cumulative.BinarySearch(share * total);
            int sample = at >= 0 ? at + 1 : ~at;
            while (sample < weights.Length - 1 && weights[sample] == 0)
                sample++;
            drawn[Math.Min(sample, weights.Length - 1)] += 1;
        }
    }
}
