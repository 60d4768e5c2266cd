namespace TypedExplain.Numerics;

/// <summary>Gauss's quadrature on [0, 1]: n points integrate every polynomial up to degree 2n − 1 exactly.</summary>
internal static class GaussLegendre
{
    // Newton's iteration from these starts doubles the digits each time, so that five or so are enough.
    private const int NewtonSteps = 10;

    /// <summary>Fills in points and weights; points rise, weights are positive and sum to 1.</summary>
    public static void Fill(Span<double> points, Span<double> weights)
    {
        int count = points.Length;
        for (int i = 0; i < count; i++)
        {
            // The zeros of the Legendre polynomial of degree n lie near cos(π(i − ¼)/(n + ½)).
            double turns = (i + 0.75) / (2 * (count + 0.5));
            double x = VectorMath.SinCosOfTurns(turns).Cosine;
            double slope = 0;
            for (int step = 0; step < NewtonSteps; step++)
            {
                (double value, slope) = Legendre(count, x);
                x -= value / slope;
            }

            points[count - 1 - i] = (1 + x) / 2;
            weights[count - 1 - i] = 1 / ((1 - (x * x)) * slope * slope);
        }
    }

    /// <summary>The Legendre polynomial of a degree and its derivative, at a point inside (−1, 1).</summary>
    private static (double Value, double Slope) Legendre(int degree, double x)
    {
        double before = 1, value = x;
        for (int n = 2; n <= degree; n++)
            (before, value) = (value, (((2 * n) - 1) * x * value - ((n - 1) * before)) / n);
        return (value, degree * ((x * value) - before) / ((x * x) - 1));
    }
}
