using TypedExplain.Numerics;
using TypedExplain.Surrogates;
using TypedExplain.Surrogates.Game;

namespace TypedExplain;

/// <summary>
/// LINEX: k environments play a game in which each fits what the others leave over, with every player's slopes
/// bounded by γ. The sum of their slopes keeps a feature only as far as the environments agree on it: where they
/// disagree on its direction the effect is 0.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public sealed record Linex<T> : EnvironmentExplainer<T>
    where T : IFeatureRecord<T>
{
    /// <inheritdoc/>
    public override string Name => "LINEX";

    /// <summary>
    /// γ, the bound on each player's own standardised slopes, above 0; by default the largest slope of any
    /// environment's own fit.
    /// </summary>
    [OptionRange(Above = 0)]
    public double? Bound { get; init; }

    /// <summary>
    /// t, the largest sum of magnitudes of the standardised slopes, above 0; none by default. Where it binds, the
    /// answer depends on the order of the players' moves, which is theirs by index.
    /// </summary>
    [OptionRange(Above = 0)]
    public double Budget { get; init; } = double.PositiveInfinity;

    /// <summary>The change, as a share of γ, below which the game has settled; above 0.</summary>
    [OptionRange(Above = 0, Below = 1)]
    public double Tolerance { get; init; } = 1e-6;

    internal override void CheckOptions()
    {
        base.CheckOptions();
        if (Bound is { } bound && !(bound > 0 && double.IsFinite(bound)))
            throw Invalid(nameof(Bound), bound, "above 0");
        if (!(Budget > 0))
            throw Invalid(nameof(Budget), Budget, "above 0");
        if (!(Tolerance > 0 && Tolerance < 1))
            throw Invalid(nameof(Tolerance), Tolerance, "between 0 and 1");
    }

    private protected override (double Intercept, Convergence Convergence) Combine(in EnvironmentFits fits, Span<double> slopes)
    {
        double bound = Bound ?? VectorOps.AbsoluteMaximum(fits.Slopes);
        if (bound == 0)
        {
            slopes.Clear();
            return (fits.Intercept(slopes), Convergence.Exact);
        }

        EnvironmentGame game = new(fits.Environments, fits.Grams, fits.Crosses, bound, Budget);
        using Pooled start = new(Ridge == 0 ? slopes.Length : 0);
        if (Ridge == 0)
            _ = fits.Average(start.Span);
        Convergence convergence = Equilibrium.Solve(game, Tolerance, slopes, start.Span);
        return (fits.Intercept(slopes), convergence);
    }
}
