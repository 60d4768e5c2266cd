using TypedExplain.Numerics;
using TypedExplain.Schema;
using TypedExplain.Schema.Values;

namespace TypedExplain.Generated;

public readonly ref partial struct Perturbation
{
    // In standard deviations of the draws. Nearer to a limit than this, nearly all that would fall outside is folded onto the
    // place of its mirror image, and mirrored pairs would be twins.
    private const double NearLimit = 0.3;

    private const double SideBits = 1L << 40;

    private bool IsPaired => Design is SamplingDesign.AntitheticPairs or SamplingDesign.OrthogonalPairs;

    /// <summary>Uniform numbers u and 1 − u.</summary>
    private void FillUniformPairs(RandomStream stream, int feature)
    {
        Span<double> firsts = Draws[..((Draws.Length + 1) / 2)];
        stream.FillUniform(First / 2, firsts);
        if (Design == SamplingDesign.OrthogonalPairs)
            new OrthogonalSides(stream, feature, Axes.Length).Turn(First / 2, firsts, LargestUniform);
        SpreadPairs(Draws);
        for (int i = 1; i < Draws.Length; i += 2)
            Draws[i] = Math.Min(1 - Draws[i], LargestUniform);
    }

    /// <summary>Standard normal numbers x and −x.</summary>
    private void FillNormalPairs(RandomStream stream, int feature, int first, Span<double> draws)
    {
        Span<double> firsts = draws[..((draws.Length + 1) / 2)];
        stream.FillNormal((First + first) / 2, firsts);
        if (Design == SamplingDesign.OrthogonalPairs)
            new OrthogonalSides(stream, feature, Axes.Length).Sign((First + first) / 2, firsts);
        VectorOps.Mirror(draws);
    }

    /// <summary>
    /// Standard normal numbers for a center at a limit. What lies farther out than the limit is folded, so its size counts
    /// and not its side: there the large of one side has the small of the other as its partner.
    /// </summary>
    /// <param name="stream">The stream of the feature.</param>
    /// <param name="feature">Its position.</param>
    /// <param name="tail">Which share of the draws lies beyond the limit.</param>
    private void FillNormalAtLimit(RandomStream stream, int feature, double tail)
    {
        FillUniformPairs(stream, feature);
        foreach (ref double value in Draws)
        {
            bool isLow = value < 0.5;
            double side = Math.Max(Math.Min(value, 1 - value), SmallestShare);
            if (side >= tail)
                continue;
            double share = isLow ? side / 2 : tail - (side / 2);
            bool isAbove = isLow ^ (((long)(side * SideBits) & 1) == 1);
            value = isAbove ? Math.Min(1 - share, LargestUniform) : share;
        }

        InverseNormal.Apply(Draws);
    }

    /// <summary>Which share of a pair's draws lies beyond the limit that its center is at; 0 where it is at none, or between two.</summary>
    private double TailAtLimit(Axis axis, double center, double spread, double minimum, double maximum)
    {
        if (!IsPaired || spread == 0 || axis.Scale == FeatureScale.Cyclic)
            return 0;
        double below = center - axis.Scaled(minimum), above = axis.Scaled(maximum) - center;
        double near = Math.Max(0, Math.Min(below, above)) / spread, far = Math.Max(below, above) / spread;
        return !(near < NearLimit && far >= 2 * near) ? 0 : near == 0 ? 0.5 : InverseNormal.Share(-near);
    }

    private bool AnyAtLimit(int feature, int count, double minimum, double maximum)
    {
        if (!IsPaired || AroundRows)
            return false;
        for (int i = feature; i < feature + count; i++)
        {
            if (TailAtLimit(Axes[i], Center[Axes[i].Slot], Spread[i], minimum, maximum) > 0)
                return true;
        }

        return false;
    }

    /// <summary>Gives both rows of each pair the draw of the pair.</summary>
    private static void SpreadPairs(Span<double> draws)
    {
        for (int i = draws.Length - 1; i > 0; i--)
            draws[i] = draws[i / 2];
    }
}
