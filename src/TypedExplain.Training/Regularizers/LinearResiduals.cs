using TypedExplain.Numerics;

namespace TypedExplain.Training.Regularizers;

/// <summary>
/// What an affine least-squares fit leaves of predictions, by orthogonal columns (Gram and Schmidt, twice), so that
/// nearly dependent columns cost no digits and dependent ones nothing at all.
/// </summary>
internal static class LinearResiduals
{
    /// <summary>What is left of a column that counts as none, as a share of its length.</summary>
    public const double SmallestRest = 1e-10;

    /// <summary>Replaces columns by an orthonormal basis of what they span beside a constant; returns how many there are.</summary>
    /// <param name="columns">One column after the other, each as long as there are samples.</param>
    /// <param name="samples">How many samples there are.</param>
    public static int Orthonormalize(Span<double> columns, int samples)
    {
        int kept = 0;
        for (int at = 0; at < columns.Length; at += samples)
        {
            Span<double> column = columns.Slice(at, samples);
            double before = Math.Sqrt(VectorOps.Dot(column, column));
            Center(column);
            for (int pass = 0; pass < 2; pass++)
                Project(columns[..(kept * samples)], column);
            double after = Math.Sqrt(VectorOps.Dot(column, column));
            if (!(after > SmallestRest * before))
                continue;
            foreach (ref double value in column)
                value /= after;
            if (kept * samples != at)
                column.CopyTo(columns[(kept * samples)..]);
            kept++;
        }

        return kept;
    }

    /// <summary>Takes the fit by a constant and a basis off values, in place.</summary>
    /// <param name="basis">What <see cref="Orthonormalize"/> left, kept columns only.</param>
    /// <param name="values">One number per sample.</param>
    public static void TakeOff(ReadOnlySpan<double> basis, Span<double> values)
    {
        Center(values);
        for (int pass = 0; pass < 2; pass++)
            Project(basis, values);
    }

    private static void Project(ReadOnlySpan<double> basis, Span<double> values)
    {
        for (int at = 0; at < basis.Length; at += values.Length)
        {
            ReadOnlySpan<double> direction = basis.Slice(at, values.Length);
            VectorOps.AddScaled(-VectorOps.Dot(direction, values), direction, values);
        }
    }

    private static void Center(Span<double> values)
    {
        double sum = 0;
        foreach (double value in values)
            sum += value;
        double mean = sum / values.Length;
        foreach (ref double value in values)
            value -= mean;
    }
}
