namespace Papers.Expo;

/// <summary>The subjects of the paper's Figures 3 and 4, with functions of our own: which line explains a function around a point, and what it leaves over.</summary>
public static class LineSketches
{
    private const double At = 0.5, Radius = 0.5;
    private const int Points = 101;

    private static readonly double[] s_across = [.. Enumerable.Range(0, Points).Select(i => (2.0 * i / (Points - 1)) - 0.5)];

    /// <summary>Figure 3: the tangent of a wavy function and the line that fits it around the point.</summary>
    public static string Taylor()
    {
        static double Wavy(double x) => (0.8 * x) + (0.12 * Math.Sin(20 * x));

        double slope = 0.8 + (0.12 * 20 * Math.Cos(20 * At));
        (double constant, double fitted) = Fit(Wavy);
        return new LineChart(
            "Figure 3: a tangent and a local line",
            "x",
            "f(x)",
            [
                new("f", [.. s_across.Select(x => new ChartPoint(x, Wavy(x)))]) { HasMarks = false },
                new("tangent at x = 0.5 (Taylor)", [.. s_across.Where(x => Math.Abs(x - At) < 0.45).Select(x => new ChartPoint(x, Wavy(At) + (slope * (x - At))))]) { HasMarks = false, IsDashed = true },
                new("least squares within ± 0.5", [.. s_across.Where(x => Math.Abs(x - At) <= Radius).Select(x => new ChartPoint(x, constant + (fitted * x)))]) { HasMarks = false },
                new("the point", [new(At, Wavy(At))]) { IsJoined = false },
            ]).ToSvg();
    }

    /// <summary>Figure 4: two functions that move equally far, and what a line leaves over of each.</summary>
    public static string Residuals()
    {
        static double Straight(double x) => (0.8 * x) + (0.03 * Math.Sin(8 * x));

        static double Bent(double x) => 0.8 * Math.Abs(x - At);

        return new ChartSheet("Figure 4: two functions, their lines and what the lines leave over", [.. Charts("nearly a line", Straight), .. Charts("a bend", Bent)]) { Columns = 2, Width = 340 }.ToSvg();

        static IEnumerable<LineChart> Charts(string name, Func<double, double> f)
        {
            (double constant, double slope) = Fit(f);
            double[] near = [.. s_across.Where(x => Math.Abs(x - At) <= Radius)];
            double error = near.Average(x => Math.Pow(f(x) - constant - (slope * x), 2));
            yield return new(name, "x", "f(x)",
            [
                new("f", [.. near.Select(x => new ChartPoint(x, f(x)))]) { HasMarks = false },
                new("least squares within ± 0.5", [.. near.Select(x => new ChartPoint(x, constant + (slope * x)))]) { HasMarks = false },
            ]);
            yield return new(FormattableString.Invariant($"mean square left over {error:0.0000}"), "x", "f(x) − line", [new("left over", [.. near.Select(x => new ChartPoint(x, f(x) - constant - (slope * x)))]) { HasMarks = false }]);
        }
    }

    /// <summary>Constant and slope of least squares over the points around the middle.</summary>
    private static (double Constant, double Slope) Fit(Func<double, double> f)
    {
        double[] near = [.. s_across.Where(x => Math.Abs(x - At) <= Radius)];
        double mean = near.Average(), middle = near.Average(f);
        double slope = near.Sum(x => (x - mean) * (f(x) - middle)) / near.Sum(x => (x - mean) * (x - mean));
        return (middle - (slope * mean), slope);
    }
}
