using MathNet.Numerics.Statistics;

namespace TypedExplain.Metrics;

/// <summary>Gives a row's neighbors.</summary>
internal delegate ReadOnlySpan<int> NeighborsOf(int row);

/// <summary>Gives a row's numbers, one per feature.</summary>
internal delegate ReadOnlySpan<double> VectorOf(int row);

/// <summary>The LINEX paper's metrics over any rows, as their definitions have them; one value per row.</summary>
internal static class MetricFormulas
{
    /// <summary>A vector whose relative spread is below this counts as constant.</summary>
    private const double Constant = 1e-14;

    /// <summary>|f(x) − e_x(x)|.</summary>
    public static double[] Infidelity(int rows, Func<int, double> prediction, Func<int, int, double> surrogate, CancellationToken cancellation = default)
    {
        double[] values = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            values[row] = Math.Abs(prediction(row) - surrogate(row, row));
        }

        return values;
    }

    /// <summary>The mean over neighbors x' of |f(x) − e_x'(x)|; <paramref name="surrogate"/>(x', x) is e_x'(x).</summary>
    public static double[] GeneralizedInfidelity(int rows, NeighborsOf neighbors, Func<int, double> prediction, Func<int, int, double> surrogate, CancellationToken cancellation = default)
    {
        double[] values = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (int neighbor in neighbors(row))
                values[row] += Math.Abs(prediction(row) - surrogate(neighbor, row));
            values[row] /= neighbors(row).Length;
        }

        return values;
    }

    /// <summary>The mean over neighbors of ‖c_x − c_x'‖₁, or of that divided by the number of features.</summary>
    public static double[] CoefficientInconsistency(int rows, NeighborsOf neighbors, VectorOf effects, bool sumOverFeatures, CancellationToken cancellation = default)
    {
        double[] values = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            ReadOnlySpan<double> own = effects(row);
            foreach (int neighbor in neighbors(row))
            {
                ReadOnlySpan<double> other = effects(neighbor);
                for (int j = 0; j < own.Length; j++)
                    values[row] += Math.Abs(own[j] - other[j]);
            }

            values[row] /= neighbors(row).Length * (sumOverFeatures ? 1.0 : own.Length);
        }

        return values;
    }

    /// <summary>(1/d) Σ_j |(1/m) Σ_i sgn(c_ij)| over a row's neighbors, with the row itself or without.</summary>
    public static double[] Unidirectionality(int rows, NeighborsOf neighbors, VectorOf effects, ZeroEffects zeros, bool withSelf, CancellationToken cancellation = default)
    {
        double[] values = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            int[] set = [.. neighbors(row), .. withSelf ? (int[])[row] : []];
            int features = effects(row).Length;
            int counted = 0;
            for (int j = 0; j < features; j++)
            {
                int sum = 0, members = 0;
                foreach (int member in set)
                {
                    double effect = effects(member)[j];
                    if (effect == 0 && zeros == ZeroEffects.LeftOut)
                        continue;
                    members++;
                    sum += effect > 0 || (effect == 0 && zeros == ZeroEffects.Positive) ? 1 : effect < 0 ? -1 : 0;
                }

                if (members == 0)
                    continue;
                counted++;
                values[row] += Math.Abs(sum) / (double)members;
            }

            // Where every effect is 0 and zeros are left out, no direction contradicts another.
            values[row] = counted == 0 ? 1 : values[row] / counted;
        }

        return values;
    }

    /// <summary>For each class the correlation of its mean input and mean effects; null where either is constant.</summary>
    public static double?[] ClassAttributionConsistency(int rows, int classes, Func<int, int> label, VectorOf inputs, VectorOf effects, CancellationToken cancellation = default)
    {
        double?[] correlations = new double?[classes];
        for (int k = 0; k < classes; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            int[] members = [.. Enumerable.Range(0, rows).Where(row => label(row) == k)];
            if (members.Length == 0)
                continue;
            double[] input = Mean(members, inputs, cancellation), effect = Mean(members, effects, cancellation);
            if (!IsConstant(input) && !IsConstant(effect))
                correlations[k] = Correlation.Pearson(input, effect);
        }

        return correlations;
    }

    private static double[] Mean(int[] members, VectorOf vectors, CancellationToken cancellation)
    {
        double[] mean = vectors(members[0]).ToArray();
        foreach (int member in members.AsSpan(1))
        {
            cancellation.ThrowIfCancellationRequested();
            ReadOnlySpan<double> vector = vectors(member);
            for (int j = 0; j < mean.Length; j++)
                mean[j] += vector[j];
        }

        for (int j = 0; j < mean.Length; j++)
            mean[j] /= members.Length;
        return mean;
    }

    private static bool IsConstant(double[] vector)
    {
        double largest = vector.Max(Math.Abs);
        return vector.PopulationStandardDeviation() <= Constant * largest;
    }
}
