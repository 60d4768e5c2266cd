using System.Buffers;
using TypedExplain.Numerics;

namespace TypedExplain.Surrogates;

/// <summary>The sample weights of environments: how often each sample was drawn, times its own weight.</summary>
internal static class BootstrapWeights
{
    /// <summary>
    /// Draws one environment from n samples. The first, the instance, is in every environment, as it is in LIME's fit; of the
    /// others as many are drawn as there are, or as many pairs. By weight n of all are drawn, as the papers' numbers were: it
    /// is rarely lost then, and put in it would count for more than its weight.
    /// </summary>
    /// <param name="bootstrap">How samples are drawn.</param>
    /// <param name="weights">The kernel weights of the samples.</param>
    /// <param name="arePaired">Whether the second and third sample are a pair, the fourth and fifth, and so on: pairs are drawn together.</param>
    /// <param name="stream">Random numbers of this environment.</param>
    /// <param name="drawn">Where the environment's weights go.</param>
    public static void Draw(Bootstrap bootstrap, ReadOnlySpan<double> weights, bool arePaired, RandomStream stream, Span<double> drawn)
    {
        drawn.Clear();
        if (bootstrap == Bootstrap.ByWeight)
        {
            DrawByWeight(weights, stream, drawn);
            return;
        }

        int together = arePaired ? 2 : 1, groups = (drawn.Length - 2 + together) / together;
        int[] chosen = ArrayPool<int>.Shared.Rent(groups);
        stream.FillChoices(0, groups, chosen.AsSpan(0, groups));
        drawn[0] = weights[0];
        if (arePaired)
            AddPairs(weights, chosen.AsSpan(0, groups), drawn);
        else
            AddSamples(weights[1..], chosen.AsSpan(0, groups), drawn[1..]);
        ArrayPool<int>.Shared.Return(chosen);
    }

    private static void AddPairs(ReadOnlySpan<double> weights, ReadOnlySpan<int> chosen, Span<double> drawn)
    {
        foreach (int pair in chosen)
        {
            int first = 1 + (pair * 2);
            for (int sample = first; sample < Math.Min(first + 2, drawn.Length); sample++)
                drawn[sample] += weights[sample];
        }
    }

    private static void AddSamples(ReadOnlySpan<double> weights, ReadOnlySpan<int> chosen, Span<double> drawn)
    {
        foreach (int sample in chosen)
            drawn[sample] += weights[sample];
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
