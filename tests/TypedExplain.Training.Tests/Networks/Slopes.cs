using System.Globalization;

namespace TypedExplain.Training.Tests.Networks;

/// <summary>Gradients against central differences, in double precision.</summary>
internal static class Slopes
{
    private const double Step = 1e-5;

    /// <summary>Every element of a gradient against (f(x + h) − f(x − h))/2h.</summary>
    public static void Check(Func<double[], double> function, double[] at, double[] gradient, string what, double tolerance = 1e-6)
    {
        Assert.Equal(at.Length, gradient.Length);
        double largest = 1e-3 + gradient.Max(Math.Abs);
        for (int i = 0; i < at.Length; i++)
        {
            double[] moved = [.. at];
            moved[i] = at[i] + Step;
            double above = function(moved);
            moved[i] = at[i] - Step;
            double slope = (above - function(moved)) / (2 * Step);
            Assert.True(Math.Abs(slope - gradient[i]) <= tolerance * largest, string.Create(CultureInfo.InvariantCulture, $"{what}[{i}]: differences give {slope:R}, the gradient is {gradient[i]:R}"));
        }
    }
}
