using TypedExplain.Numerics;

namespace TypedExplain.Data.Bins;

/// <summary>
/// The thresholds of a decision tree on one number: every node is cut where the entropy of the classes on both sides is
/// least, of equals at the lowest, down to a depth of 3.
/// </summary>
internal static class EntropyCuts
{
    private const int Depth = 3;

    // Sums in another order differ by about this much, relatively.
    private const double Rounding = 1e-12;

    /// <summary>The thresholds, in no order.</summary>
    /// <param name="sorted">The values, ascending.</param>
    /// <param name="classes">The class of each.</param>
    public static double[] Of(ReadOnlySpan<double> sorted, ReadOnlySpan<int> classes)
    {
        int count = 1;
        foreach (int label in classes)
            count = Math.Max(count, label + 1);
        List<double> cuts = [];
        Cut(sorted, classes, count, Depth, cuts);
        return [.. cuts];
    }

    private static void Cut(ReadOnlySpan<double> values, ReadOnlySpan<int> classes, int count, int depth, List<double> cuts)
    {
        if (depth == 0 || !classes.ContainsAnyExcept(classes[0]))
            return;
        int[] left = new int[count], right = new int[count];
        foreach (int label in classes)
            right[label]++;
        int best = -1;
        double least = double.PositiveInfinity;
        for (int i = 0; i < values.Length - 1; i++)
        {
            left[classes[i]]++;
            right[classes[i]]--;
            if (values[i] == values[i + 1])
                continue;
            double entropy = Bits(left, i + 1) + Bits(right, values.Length - i - 1);
            if (best < 0 || entropy < least * (1 - Rounding))
                (best, least) = (i, entropy);
        }

        if (best < 0)
            return;
        double middle = (values[best] / 2) + (values[best + 1] / 2);
        cuts.Add(middle < values[best + 1] ? middle : values[best]);
        Cut(values[..(best + 1)], classes[..(best + 1)], count, depth - 1, cuts);
        Cut(values[(best + 1)..], classes[(best + 1)..], count, depth - 1, cuts);
    }

    /// <summary>n times the entropy: −Σ c·ln(c/n).</summary>
    private static double Bits(int[] counts, int total)
    {
        double bits = 0;
        foreach (int count in counts)
            bits -= count == 0 ? 0 : count * VectorMath.Log((double)count / total);
        return bits;
    }
}
