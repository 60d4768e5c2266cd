using System.Globalization;
using TypedExplain.Schema.Values;

namespace TypedExplain;

/// <summary>How well the surrogate fits the model around the instance.</summary>
/// <param name="R2">Weighted R² over the neighborhood: 1 is a perfect fit, 0 no better than a constant.</param>
/// <param name="EffectiveSamples">
/// (Σw)²/Σw²: how many equally weighted samples carry the same information. Small where the kernel is narrow.
/// </param>
/// <param name="Samples">Size of the neighborhood, the instance included.</param>
/// <param name="Error">The weighted root mean square of what the surrogate is off by over the neighborhood, in units of the output or, where effects are in log odds, of those.</param>
public readonly record struct LocalFit(double R2, double EffectiveSamples, int Samples, double Error)
{
    /// <summary>R², error and samples.</summary>
    public override string ToString() => ToString(CultureInfo.InvariantCulture);

    /// <summary>The same, with numbers as a culture writes them.</summary>
    internal string ToString(IFormatProvider provider) => string.Create(provider, $"R² {R2:0.000}, error {NumberText.Answer(Error, provider)}, over {Samples} samples ({EffectiveSamples:0.0} effective)");
}
