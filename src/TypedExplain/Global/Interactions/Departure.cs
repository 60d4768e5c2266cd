namespace TypedExplain.Global.Interactions;

/// <summary>How far a function over rows is from a sum of two others, as Friedman and Popescu's H² has it, with standard errors by a jackknife over rows.</summary>
/// <param name="HSquared">The mean square of what is no sum, by that of the function; null where the latter is nothing.</param>
/// <param name="Error">Its standard error.</param>
/// <param name="Strength">The root of the mean square of what is no sum.</param>
/// <param name="StrengthError">Its standard error.</param>
/// <param name="Variance">The mean square of the function, less its mean.</param>
internal readonly record struct Departure(double? HSquared, double Error, double Strength, double StrengthError, double Variance)
{
    // An effect of this part of the answers is rounding.
    private const double Rounding = 1e-9;

    /// <summary>Nothing departs from a sum.</summary>
    public static Departure None(double variance, double largest) => new(IsNothing(variance, largest) ? null : 0, 0, 0, 0, variance);

    /// <summary>Measures it.</summary>
    /// <param name="rows">How many rows.</param>
    /// <param name="whole">The function, at a row and without another.</param>
    /// <param name="first">One part.</param>
    /// <param name="second">The other part.</param>
    /// <param name="largest">The largest magnitude of an answer.</param>
    public static Departure Of(int rows, Func<int, int, double> whole, Func<int, int, double> first, Func<int, int, double> second, double largest)
    {
        (double rest, double variance) = Squares(-1);
        if (rows < 2 || IsNothing(variance, largest))
            return new(null, double.NaN, Math.Sqrt(rest), double.NaN, variance);
        double[] shares = new double[rows], strengths = new double[rows];
        for (int without = 0; without < rows && rows > 2; without++)
        {
            (double less, double of) = Squares(without);
            (shares[without], strengths[without]) = (of > 0 ? less / of : 0, Math.Sqrt(less));
        }

        return new(rest / variance, rows > 2 ? Jackknife(shares) : double.NaN, Math.Sqrt(rest), rows > 2 ? Jackknife(strengths) : double.NaN, variance);

        (double Less, double Of) Squares(int without)
        {
            double count = without < 0 ? rows : rows - 1, wholes = 0, rests = 0, wholeSquares = 0, restSquares = 0, origin = 0, restOrigin = 0;
            bool isFirst = true;
            for (int row = 0; row < rows; row++)
            {
                if (row == without)
                    continue;
                double value = whole(row, without), left = value - first(row, without) - second(row, without);
                if (isFirst)
                    (origin, restOrigin, isFirst) = (value, left, false);
                wholes += value - origin;
                rests += left - restOrigin;
                wholeSquares += (value - origin) * (value - origin);
                restSquares += (left - restOrigin) * (left - restOrigin);
            }

            return (Math.Max(0, (restSquares / count) - (rests / count * (rests / count))), Math.Max(0, (wholeSquares / count) - (wholes / count * (wholes / count))));
        }
    }

    private static bool IsNothing(double variance, double largest) => !(Math.Sqrt(variance) > Rounding * largest);

    private static double Jackknife(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) * (values.Length - 1.0) / values.Length);
    }
}
