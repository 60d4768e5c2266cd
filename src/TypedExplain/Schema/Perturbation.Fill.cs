using TypedExplain.Numerics;
using TypedExplain.Schema;

namespace TypedExplain.Generated;

// How one feature of every row is drawn, and made legal.
public readonly ref partial struct Perturbation
{
    /// <summary>Draws a number for each row, within its limits.</summary>
    /// <param name="feature">Position of the feature.</param>
    /// <param name="column">Its column.</param>
    /// <param name="minimum">Smallest legal value.</param>
    /// <param name="maximum">Largest legal value.</param>
    /// <param name="margin">How far beyond the limits a number may lie that is still rounded to a legal one.</param>
    private void Fill(int feature, int column, double minimum, double maximum, double margin = 0)
    {
        feature += FirstFeature;
        Axis axis = Axes[feature];
        RandomStream stream = Stream.For(feature);
        switch (axis.Draw)
        {
            case var _ when AroundRows:
                Normal(feature, stream, Spread[feature]);
                for (int row = 0, at = FirstColumn + column; row < Draws.Length; row++, at += Columns)
                    Draws[row] += axis.Scaled(Rows[at]);
                break;
            case DrawMode.Marginal:
                FillUniform(stream, feature);
                double[] values = Marginals[feature]!;
                foreach (ref double value in Draws)
                    value = values[(int)(value * values.Length)];
                return;
            case DrawMode.Uniform:
                FillUniform(stream, feature);
                double low = axis.Scaled(axis.Range.Minimum), high = axis.Scaled(axis.Range.Maximum);
                foreach (ref double value in Draws)
                    value = Math.FusedMultiplyAdd(value, high - low, low);
                break;
            default:
                Normal(feature, stream, Spread[feature], Center[axis.Slot], TailAtLimit(axis, Center[axis.Slot], Spread[feature], minimum, maximum));
                break;
        }

        bool overshoots = (axis.Draw == DrawMode.Uniform && !AroundRows) || axis.Scale == FeatureScale.Cyclic;
        axis.Restore(Draws, overshoots ? minimum - margin : minimum, overshoots ? maximum + margin : maximum);
    }

    private bool IsStill(int feature) => LeavesStill && Spread[FirstFeature + feature] == 0;

    private void Normal(int feature, RandomStream stream, double spread, double center = 0, double tail = 0)
    {
        if (spread == 0)
            Draws.Clear();
        else if (!Normals.IsEmpty)
            Normals.Slice(feature * RandomStream.WholeBlocks(Draws.Length), Draws.Length).CopyTo(Draws);
        else if (tail > 0)
            FillNormalAtLimit(stream, feature, tail);
        else
            FillNormal(stream, feature, 0, Draws);
        VectorOps.ScaleAndAdd(Draws, spread, center);
    }

    private int CategoryAt(int feature, double draw)
    {
        Axis axis = Axes[FirstFeature + feature];
        ReadOnlySpan<double> cumulative = Center.Slice(axis.Slot, axis.Slots);
        if (!OwnShares.IsEmpty)
        {
            draw += OwnShares[FirstFeature + feature];
            draw -= draw >= 1 ? 1 : 0;
        }

        int category = 0;
        while (category < cumulative.Length - 1 && draw >= cumulative[category])
            category++;
        return category;
    }

    private void Write(int column)
    {
        Span<double> to = Rows[(FirstColumn + column)..];
        for (int row = 0, at = 0; row < Draws.Length && at < to.Length; row++, at += Columns)
            to[at] = Draws[row];
    }
}
