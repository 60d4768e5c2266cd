using System.Globalization;

namespace TypedExplain;

/// <summary>
/// What the effects of features near the mean cost a linear surrogate: its root mean square error over the background (by
/// weight), in units of the model's answer.
/// </summary>
/// <param name="Error">The error of the surrogate as it is.</param>
/// <param name="ErrorWithout">The error if those effects were 0.</param>
public readonly record struct LossNearTheMean(double Error, double ErrorWithout)
{
    /// <summary>Both errors in words.</summary>
    public override string ToString() => ToString(CultureInfo.InvariantCulture);

    /// <summary>The same, with numbers as a culture writes them.</summary>
    internal string ToString(IFormatProvider provider) =>
        string.Create(provider, $"over the background the surrogate misses the model by {Error:G3}, and by {ErrorWithout:G3} without the effects of features near the mean");
}
