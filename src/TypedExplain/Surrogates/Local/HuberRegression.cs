using System.Globalization;
using TypedExplain.Surrogates.Local;

namespace TypedExplain;

/// <summary>
/// Huber's regression with the scale of the errors estimated beside the slopes, on the last batch: samples that are off by
/// more than ε scales pull by their sign and no longer by their distance.
/// </summary>
/// <remarks>
/// It minimizes Σ w·(σ + H(r/σ)·σ) + α·‖β‖² over slopes, constant and σ, with H(z) = z² up to ε and 2ε|z| − ε² beyond it,
/// by reweighted ridge fits.
/// </remarks>
public sealed record HuberRegression : ILocalModel
{
    /// <summary>ε, in scales σ; above 1. The smaller, the more samples count as outliers.</summary>
    [OptionRange(Above = 1, Below = double.PositiveInfinity)]
    public double Epsilon { get; init; } = 1.35;

    /// <summary>α, the penalty on standardized slopes, 0 or more.</summary>
    [OptionRange(AtLeast = 0, Below = double.PositiveInfinity)]
    public double Alpha { get; init; } = 0.001;

    Description IDescribed.Describe() => Description.OfLibrary(nameof(HuberRegression)).With("epsilon", Epsilon).With("alpha", Alpha);

    /// <inheritdoc/>
    /// <exception cref="InvalidOptionException">An option is outside what it may be.</exception>
    public ILocalFit Begin(int features)
    {
        if (!(Epsilon > 1 && double.IsFinite(Epsilon)))
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Epsilon of the Huber regression is {Epsilon}; it must be above 1."));
        if (!(Alpha >= 0 && double.IsFinite(Alpha)))
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Alpha of the Huber regression is {Alpha}; it must be 0 or more."));
        return new HuberFit(Epsilon, Alpha);
    }
}
