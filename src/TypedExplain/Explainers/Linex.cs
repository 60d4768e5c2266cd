using System.Globalization;
using TypedExplain.Neighborhoods.Samples;
using TypedExplain.Numerics;
using TypedExplain.Surrogates;
using TypedExplain.Surrogates.Game;
using TypedExplain.Surrogates.Votes;

namespace TypedExplain;

/// <summary>
/// LINEX: k environments play a game in which each fits what the others leave over, with every player's slopes
/// bounded by γ. The sum of their slopes keeps a feature only as far as the environments agree on it: where they
/// disagree on its direction the effect is 0. By default the environments are not drawn: what the game comes to without
/// their chance is computed directly (<see cref="Redraws"/>).
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public sealed record Linex<T> : EnvironmentExplainer<T>
    where T : IFeatureRecord<T>
{
    private const int MostRedraws = 1024;

    /// <inheritdoc/>
    public override string Name => "LINEX";

    private protected override string TypeName => nameof(Linex<>);

    private protected override Description Describe() => base.Describe()
        .With("redraws", Redraws)
        .With("bound", Bound)
        .With("budget", Budget)
        .With("tolerance", Tolerance);

    /// <summary>
    /// How often the environments are drawn anew from the same samples; from 1 to 1024. Once is the published game, whose answer
    /// rests on what the bootstraps happen to draw. Of several draws each effect is the median. Null, the default, stands for
    /// the median of endless draws. That is computed without drawing, as a weighted lasso whose penalties are the samples' own
    /// noise, and another seed changes it least. It plays no game, so it has no <see cref="Bound"/>, <see cref="Budget"/>,
    /// agreement or bootstrap by weight, and its <see cref="EnvironmentExplainer{T}.Environments"/> must be an even number: an
    /// odd one has no vote for 0. Environments of a <see cref="EnvironmentExplainer{T}.Partition"/> are not drawn, so their game is played once.
    /// </summary>
    [OptionRange(AtLeast = 1, AtMost = MostRedraws)]
    public int? Redraws { get; init; }

    /// <summary>
    /// γ, the bound on each player's own standardized slopes, above 0; by default the largest slope of any
    /// environment's own fit.
    /// </summary>
    [OptionRange(Above = 0, Below = double.PositiveInfinity)]
    public double? Bound { get; init; }

    /// <summary>
    /// t, the largest sum of magnitudes of the standardized slopes, above 0; none by default. Where it binds, the
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
        if (Redraws < 1)
            throw Invalid(nameof(Redraws), Redraws.Value, "at least 1, or null for draws without end");
        if (Redraws > MostRedraws)
            throw Invalid(nameof(Redraws), Redraws.Value, string.Create(CultureInfo.InvariantCulture, $"at most {MostRedraws}, or null for draws without end"));
        if (Redraws > 1 && Partition is not null)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Redraws of {Name} is {Redraws}, and a Partition is not drawn. Leave Redraws out."));
        if (Redraws is null && Partition is null)
            CheckLimit();
    }

    private protected override Surrogate Fit(SampleTable<T> samples, ReadOnlySpan<int> chosen, Span<double> slopes, CancellationToken cancellation) => Redraws switch
    {
        null when Partition is null => Limit(samples, chosen, slopes),
        null or 1 => Fit(samples, chosen, 0, slopes),
        { } draws => MedianOf(draws, samples, chosen, slopes, cancellation),
    };

    private protected override (double Intercept, Convergence Convergence) Combine(in EnvironmentFits fits, Span<double> slopes)
    {
        double bound = Bound ?? VectorOps.MaxAbs(fits.Slopes);
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

    /// <summary>The game without dice (see <see cref="VoteFit"/>).</summary>
    private Surrogate Limit(SampleTable<T> samples, ReadOnlySpan<int> chosen, Span<double> slopes)
    {
        using Pooled memory = Pooled.Unset(NormalEquations.MemoryFor(samples.Features, chosen));
        NormalEquations equations = Equations(samples, memory.Span).Restrict(chosen, memory.Span[NormalEquations.MemoryFor(samples.Features)..]);
        Convergence convergence = VoteFit.Solve(equations, Weighted(samples), chosen, Ridge, VoteThreshold.Of(Environments), slopes);
        return new(equations.Intercept(slopes), convergence, IsOfMoments: true);
    }

    /// <summary>Each slope's median over draws, the constant that belongs to them, and the agreement that is the mean over draws.</summary>
    private Surrogate MedianOf(int draws, SampleTable<T> samples, ReadOnlySpan<int> chosen, Span<double> slopes, CancellationToken cancellation)
    {
        int size = slopes.Length;
        using Pooled memory = Pooled.Unset((draws * size) + draws);
        Span<double> equilibria = memory.Span[..(draws * size)], ofOne = memory.Span[^draws..];
        Convergence? worst = null;
        List<EnvironmentAgreement<T>> agreements = new(draws);
        for (int draw = 0; draw < draws; draw++)
        {
            cancellation.ThrowIfCancellationRequested();
            Surrogate surrogate = Fit(samples, chosen, draw, equilibria.Slice(draw * size, size));
            agreements.Add(surrogate.Agreement!);
            worst = Convergence.Worse(worst ?? surrogate.Convergence, surrogate.Convergence);
        }

        for (int j = 0; j < size; j++)
        {
            for (int draw = 0; draw < draws; draw++)
                ofOne[draw] = equilibria[(draw * size) + j];
            ofOne.Sort();
            slopes[j] = (ofOne[(draws - 1) / 2] + ofOne[draws / 2]) / 2;
        }

        using Pooled pooled = Pooled.Unset(NormalEquations.MemoryFor(samples.Features, chosen));
        NormalEquations equations = Equations(samples, pooled.Span).Restrict(chosen, pooled.Span[NormalEquations.MemoryFor(samples.Features)..]);
        return new(equations.Intercept(slopes), worst!.Value, EnvironmentAgreement<T>.MeanOf(agreements), IsOfMoments: true);
    }

    private void CheckLimit()
    {
        if (Environments % 2 != 0)
            throw new InvalidOptionException($"Environments of {Name} is {Environments}; without dice (Redraws null) it must be even. An odd number has no vote for 0, and the answer would be LIME's: use 2 or 4, or set Redraws to 1.");
        if (Bound is not null || !double.IsPositiveInfinity(Budget) || Bootstrap != Bootstrap.Uniform)
            throw new InvalidOptionException($"{(Bound is not null ? nameof(Bound) : Bootstrap != Bootstrap.Uniform ? nameof(Bootstrap) : nameof(Budget))} of {Name} is a part of the game, which is not played without dice (Redraws null). Leave it out, or set Redraws to 1.");
    }
}
