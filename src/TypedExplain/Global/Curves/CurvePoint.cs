using System.Globalization;
using TypedExplain.Numerics;

namespace TypedExplain;

/// <summary>A point of a curve: a value of the feature and what the model answers there.</summary>
public sealed class CurvePoint
{
    private readonly int _freedom;

    internal CurvePoint(GridPoint at, double mean, double standardError, int freedom) => (At, Mean, StandardError, _freedom) = (at, mean, standardError, freedom);

    /// <summary>The value, its label and how many rows of the background are there.</summary>
    public GridPoint At { get; }

    /// <summary>The mean answer, or the accumulated effect, in the unit of the answer.</summary>
    public double Mean { get; }

    /// <summary>The standard error of <see cref="Mean"/> over rows; NaN where there are too few to tell.</summary>
    public double StandardError { get; }

    /// <summary>Where the number lies for the population that the background was drawn from.</summary>
    /// <param name="confidence">The confidence, above 0 and below 1.</param>
    /// <exception cref="InvalidOptionException">The confidence is not between 0 and 1.</exception>
    public (double Lower, double Upper) Interval([OptionRange(Above = 0, Below = 1)] double confidence = 0.95) => MeanInterval.Of(Mean, StandardError, _freedom, confidence);

    /// <summary>The label, the number and, where it has one, its standard error.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.Label}: {Mean:G6}{(double.IsNaN(StandardError) ? "" : string.Create(CultureInfo.InvariantCulture, $" ± {StandardError:G3}"))}");
}
