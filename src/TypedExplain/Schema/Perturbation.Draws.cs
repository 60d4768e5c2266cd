using TypedExplain.Numerics;

namespace TypedExplain.Generated;

public readonly ref partial struct Perturbation
{
    // The neighbors of 1 and, far below any step of a uniform number, of 0.
    private const double LargestUniform = 1 - (1.0 / (1L << 53)), SmallestShare = 1.0 / (1L << 62);

    private void FillUniform(RandomStream stream, int feature)
    {
        switch (Design)
        {
            case SamplingDesign.AntitheticPairs or SamplingDesign.OrthogonalPairs:
                FillUniformPairs(stream, feature);
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
    /// <param name="feature">Its position.</param>
    /// <param name="first">The row, from the start of the block; a multiple of twice <see cref="RandomStream.BlockLength"/>.</param>
    /// <param name="draws">Where they go.</param>
    private void FillNormal(RandomStream stream, int feature, int first, Span<double> draws)
    {
        switch (Design)
        {
            case SamplingDesign.AntitheticPairs or SamplingDesign.OrthogonalPairs:
                FillNormalPairs(stream, feature, first, draws);
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
