using TypedExplain.Numerics;

namespace TypedExplain.Text;

/// <summary>Which words of a text its neighbors keep, as LIME draws them: how many are removed, then which.</summary>
internal static class WordMasks
{
    /// <summary>What LIME's distance of texts is multiplied by.</summary>
    private const double DistanceScale = 100;

    /// <summary>Fills rows with 1 for a kept and 0 for a removed feature: from 1 to all are removed, each number as likely, and each set of them.</summary>
    /// <param name="stream">Random numbers; sample s depends on it and on s only.</param>
    /// <param name="first">The sample that comes first.</param>
    /// <param name="features">How many features a row has; with none there is nothing to fill.</param>
    /// <param name="rows">The rows, one after the other.</param>
    public static void Fill(RandomStream stream, int first, int features, Span<double> rows)
    {
        if (features == 0)
            return;
        using Pooled memory = new(features + RandomStream.BlockLength);
        for (int row = 0; row < rows.Length / features; row++)
            Remove(stream.For(first + row), rows.Slice(row * features, features), memory.Span);
    }

    /// <summary>100·(1 − cos(mask, 1)): 100·(1 − √(a/p)) where a of p features are kept.</summary>
    public static double Distance(ReadOnlySpan<double> mask) => DistanceScale * MaskDistance.Cosine(mask);

    /// <summary>Floyd's way to a random set: the row itself tells which are in it, and a set of k takes k draws.</summary>
    private static void Remove(RandomStream stream, Span<double> row, Span<double> draws)
    {
        row.Fill(1);
        stream.FillUniform(0, draws[..RandomStream.BlockLength]);
        int count = 1 + (int)(draws[0] * row.Length);
        if (count >= RandomStream.BlockLength)
            stream.FillUniform(RandomStream.BlockLength, draws[RandomStream.BlockLength..(count + 1)]);
        for (int i = 1; i <= count; i++)
        {
            int last = row.Length - count + i - 1;
            int chosen = (int)(draws[i] * (last + 1));
            row[row[chosen] == 0 ? last : chosen] = 0;
        }
    }
}
