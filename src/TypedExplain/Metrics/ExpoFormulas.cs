namespace TypedExplain.Metrics;

/// <summary>Gives a number of a perturbation of a row.</summary>
internal delegate double PerturbedValue(int row, int perturbation);

/// <summary>Gives the coefficients that belong to a perturbation of a row.</summary>
internal delegate ReadOnlySpan<double> PerturbedVector(int row, int perturbation);

/// <summary>The ExpO paper's metrics over any rows, as their definitions have them; one value per row.</summary>
internal static class ExpoFormulas
{
    /// <summary>(e_x(x) − f(x))².</summary>
    public static double[] PointFidelity(int rows, Func<int, double> prediction, Func<int, double> surrogate, CancellationToken cancellation = default)
    {
        double[] values = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            double off = surrogate(row) - prediction(row);
            values[row] = off * off;
        }

        return values;
    }

    /// <summary>The mean over perturbations x' of (e_x(x') − f(x'))².</summary>
    public static double[] NeighborhoodFidelity(int rows, int perturbations, PerturbedValue prediction, PerturbedValue surrogate, CancellationToken cancellation = default)
    {
        double[] values = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (int i = 0; i < perturbations; i++)
            {
                double off = surrogate(row, i) - prediction(row, i);
                values[row] += off * off / perturbations;
            }
        }

        return values;
    }

    /// <summary>The mean over other explanations c' of the same row, or of perturbations of it, of ‖c' − c‖².</summary>
    public static double[] Stability(int rows, int others, VectorOf coefficients, PerturbedVector other, CancellationToken cancellation = default)
    {
        double[] values = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            ReadOnlySpan<double> own = coefficients(row);
            for (int i = 0; i < others; i++)
            {
                ReadOnlySpan<double> there = other(row, i);
                for (int j = 0; j < own.Length; j++)
                {
                    double off = there[j] - own[j];
                    values[row] += off * off / others;
                }
            }
        }

        return values;
    }
}
