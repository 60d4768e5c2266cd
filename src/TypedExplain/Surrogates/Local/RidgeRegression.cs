using System.Globalization;
using TypedExplain.Numerics;
using TypedExplain.Surrogates;

namespace TypedExplain;

/// <summary>Ridge regression on all samples so far, in closed form.</summary>
public sealed record RidgeRegression : ILocalModel
{
    /// <summary>α, the penalty on standardized slopes, 0 or more; not scaled by the number of samples.</summary>
    [OptionRange(AtLeast = 0, Below = double.PositiveInfinity)]
    public double Alpha { get; init; } = 0.001;

    Description IDescribed.Describe() => Description.OfLibrary(nameof(RidgeRegression)).With("alpha", Alpha);

    /// <inheritdoc/>
    /// <exception cref="InvalidOptionException">The penalty is negative.</exception>
    public ILocalFit Begin(int features)
    {
        if (!(Alpha >= 0 && double.IsFinite(Alpha)))
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Alpha of the ridge regression is {Alpha}; it must be 0 or more."));
        return new Course(Alpha, Moments.Stride(features + 2));
    }

    /// <summary>The moments of all samples so far; the samples themselves are not kept.</summary>
    private sealed class Course(double alpha, int stride) : ILocalFit
    {
        private readonly double[] _moments = new double[stride * stride];

        public double Add(LocalBatch batch, Span<double> slopes)
        {
            using Pooled memory = new(_moments.Length + NormalEquations.MemoryFor(batch.Features));
            Span<double> own = memory.Span[.._moments.Length];
            Moments.Of(batch.Table, batch.Stride, batch.Weights, own);
            for (int i = 0; i < own.Length; i++)
                _moments[i] += own[i];
            NormalEquations equations = NormalEquations.From(_moments, batch.Features, intercept: true, memory.Span[_moments.Length..]);
            WeightedRidge.Solve(equations, alpha, slopes);
            return equations.Intercept(slopes);
        }
    }
}
