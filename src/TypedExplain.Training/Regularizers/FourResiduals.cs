using System.Runtime.Intrinsics;

namespace TypedExplain.Training.Regularizers;

/// <summary><see cref="LinearResiduals"/> of four problems, one to a lane: the same operations in the same order, so the same bits.</summary>
internal static class FourResiduals
{
    /// <summary>Replaces columns by an orthonormal basis of what they span beside a constant; false where one of them adds nothing.</summary>
    public static bool Orthonormalize(Span<Vector256<double>> columns, int samples)
    {
        for (int at = 0; at < columns.Length; at += samples)
        {
            Span<Vector256<double>> column = columns.Slice(at, samples);
            Vector256<double> before = Vector256.Sqrt(Dot(column, column));
            Center(column);
            for (int pass = 0; pass < 2; pass++)
                Project(columns[..at], column);
            Vector256<double> after = Vector256.Sqrt(Dot(column, column));
            if (!Vector256.GreaterThanAll(after, Vector256.Create(LinearResiduals.SmallestRest) * before))
                return false;
            foreach (ref Vector256<double> value in column)
                value /= after;
        }

        return true;
    }

    /// <summary>Takes the fit by a constant and a basis off values, in place.</summary>
    public static void TakeOff(ReadOnlySpan<Vector256<double>> basis, Span<Vector256<double>> values)
    {
        Center(values);
        for (int pass = 0; pass < 2; pass++)
            Project(basis, values);
    }

    /// <summary>The sums of products, in the order of <see cref="Numerics.VectorOps.Dot"/>: eight sums in turn, halves onto each other, then the rest.</summary>
    public static Vector256<double> Dot(ReadOnlySpan<Vector256<double>> left, ReadOnlySpan<Vector256<double>> right)
    {
        right = right[..left.Length];
        int i = 0;
        Vector256<double> sum = default;
        if (left.Length >= 8)
        {
            Vector256<double> s0 = default, s1 = default, s2 = default, s3 = default, s4 = default, s5 = default, s6 = default, s7 = default;
            for (; i <= left.Length - 8; i += 8)
            {
                s0 = Vector256.FusedMultiplyAdd(left[i], right[i], s0);
                s1 = Vector256.FusedMultiplyAdd(left[i + 1], right[i + 1], s1);
                s2 = Vector256.FusedMultiplyAdd(left[i + 2], right[i + 2], s2);
                s3 = Vector256.FusedMultiplyAdd(left[i + 3], right[i + 3], s3);
                s4 = Vector256.FusedMultiplyAdd(left[i + 4], right[i + 4], s4);
                s5 = Vector256.FusedMultiplyAdd(left[i + 5], right[i + 5], s5);
                s6 = Vector256.FusedMultiplyAdd(left[i + 6], right[i + 6], s6);
                s7 = Vector256.FusedMultiplyAdd(left[i + 7], right[i + 7], s7);
            }

            sum = (s0 + s4 + (s2 + s6)) + (s1 + s5 + (s3 + s7));
        }

        for (; i < left.Length; i++)
            sum = Vector256.FusedMultiplyAdd(left[i], right[i], sum);
        return sum;
    }

    private static void Project(ReadOnlySpan<Vector256<double>> basis, Span<Vector256<double>> values)
    {
        for (int at = 0; at < basis.Length; at += values.Length)
        {
            ReadOnlySpan<Vector256<double>> direction = basis.Slice(at, values.Length);
            Vector256<double> share = -Dot(direction, values);
            for (int i = 0; i < values.Length; i++)
                values[i] = Vector256.FusedMultiplyAdd(share, direction[i], values[i]);
        }
    }

    private static void Center(Span<Vector256<double>> values)
    {
        Vector256<double> sum = default;
        foreach (Vector256<double> value in values)
            sum += value;
        Vector256<double> mean = sum / Vector256.Create<double>(values.Length);
        foreach (ref Vector256<double> value in values)
            value -= mean;
    }
}
