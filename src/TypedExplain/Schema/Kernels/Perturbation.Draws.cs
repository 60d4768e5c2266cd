using TypedExplain.Numerics;

namespace TypedExplain;

public readonly ref partial struct Perturbation
{
    // The neighbors of 1 and, far below any step of a uniform number, of 0.
    private const double LargestUniform = 1 - (1.0 / (1L << 53)), SmallestShare = 1.0 / (1L << 62);

    private void FillUniform(RandomStream stream)
    {
        switch (Design)
        {
            case SamplingDesign.AntitheticPairs:
                Span<double> firsts = Draws[..((Draws.Length + 1) / 2)];
                stream.FillUniform(First / 2, firsts);
                SpreadPairs(Draws);
                for (int i = 1; i < Draws.Length; i += 2)
                    Draws[i] = Math.Min(1 - Draws[i], LargestUniform);
                break;
            case SamplingDesign.LatinHypercube:
                FillHypercube(stream);
                break;
            default:
                stream.FillUniform(First, Draws);
                break;
        }
    }

    /// <summary>Standard normal numbers for rows from one on.</summary>
    /// <param name="stream">The stream of the feature.</param>
    /// <param name="first">The row, from the start of the block; a multiple of twice <see cref="RandomStream.BlockLength"/>.</param>
    /// <param name="draws">Where they go.</param>
    private void FillNormal(RandomStream stream, int first, Span<double> draws)
    {
        switch (Design)
        {
            case SamplingDesign.AntitheticPairs:
                stream.FillNormal((First + first) / 2, draws[..((draws.Length + 1) / 2)]);
                SpreadPairs(draws);
                for (int i = 1; i < draws.Length; i += 2)
                    draws[i] = -draws[i];
                break;
            case SamplingDesign.LatinHypercube:
                FillHypercube(stream);
                foreach (ref double value in draws)
                    value = Math.Max(value, SmallestShare);
                InverseNormal.Apply(draws);
                break;
            default:
                stream.FillNormal(First + first, draws);
                break;
        }
    }

    /// <summary>Gives both rows of each pair the draw of the pair.</summary>
    private static void SpreadPairs(Span<double> draws)
    {
        for (int i = draws.Length - 1; i > 0; i--)
            draws[i] = draws[i / 2];
    }

    private void FillHypercube(RandomStream stream)
    {
        using Pooled within = new(Draws.Length);
        stream.FillUniform(0, within.Span);
        RandomStream order = stream.For(0);
        for (int i = 0; i < Draws.Length; i++)
        {
            int j = order.Choose(i, i + 1);
            Draws[i] = Draws[j];
            Draws[j] = i;
        }

        for (int i = 0; i < Draws.Length; i++)
            Draws[i] = Math.Min((Draws[i] + within.Span[i]) / Draws.Length, LargestUniform);
    }
}
