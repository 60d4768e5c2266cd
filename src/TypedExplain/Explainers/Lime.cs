using TypedExplain.Neighborhoods.Samples;
using TypedExplain.Numerics;
using TypedExplain.Surrogates;

namespace TypedExplain;

/// <summary>
/// LIME for tables without bins (Ribeiro, Singh and Guestrin, 2016): one weighted ridge regression over the
/// neighborhood.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public sealed record Lime<T> : LinearExplainer<T>
    where T : IFeatureRecord<T>
{
    /// <inheritdoc/>
    public override string Name => "LIME";

    private protected override string TypeName => nameof(Lime<>);

    private protected override Surrogate Fit(SampleTable<T> samples, ReadOnlySpan<int> chosen, Span<double> slopes, CancellationToken cancellation)
    {
        if (chosen.Length == samples.Features && SampleSpaceRidge.IsShorter(samples.Samples, samples.Features, Ridge)
            && SampleSpaceRidge.TrySolve(samples.Table, samples.Stride, samples.Weights, Intercept, Ridge, slopes, out double constant))
        {
            return new(constant, Convergence.Exact);
        }

        using Pooled memory = Pooled.Unset(NormalEquations.MemoryFor(samples.Features, chosen));
        NormalEquations equations = Equations(samples, memory.Span).Restrict(chosen, memory.Span[NormalEquations.MemoryFor(samples.Features)..]);
        WeightedRidge.Solve(equations, Ridge, slopes);
        return new(equations.Intercept(slopes), Convergence.Exact, IsOfMoments: true);
    }
}
