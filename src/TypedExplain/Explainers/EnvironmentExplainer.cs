using TypedExplain.Surrogates;

namespace TypedExplain;

/// <summary>What S-LIME and LINEX share: bootstraps of the neighborhood as environments, at LIME's number of queries.</summary>
/// <typeparam name="T">The record.</typeparam>
public abstract record EnvironmentExplainer<T> : LinearExplainer<T>
    where T : IFeatureRecord<T>
{
    private protected EnvironmentExplainer()
    {
    }

    /// <summary>k, the number of environments; at least 2.</summary>
    public int Environments { get; init; } = 2;

    /// <summary>How an environment draws its samples.</summary>
    public Bootstrap Bootstrap { get; init; } = Bootstrap.Uniform;

    private protected override void CheckOptions()
    {
        base.CheckOptions();
        if (Environments < 2)
            throw Invalid(nameof(Environments), Environments, "at least 2");
    }

    private protected sealed override Surrogate Fit(in ScoredNeighborhood<T> samples, ReadOnlySpan<int> chosen, Span<double> slopes)
    {
        Draws draws = new(Bootstrap, samples.Weights, samples.Stream(Seed, "environments"));
        using EnvironmentFits fits = EnvironmentFits.Of(Environments, samples.Table, samples.Features, chosen, Ridge, Intercept, draws);
        (double intercept, Convergence convergence) = Combine(fits, slopes);
        return new(intercept, convergence, Agreement(fits, chosen, samples.Features));
    }

    /// <summary>Makes one surrogate of the environments.</summary>
    private protected abstract (double Intercept, Convergence Convergence) Combine(in EnvironmentFits fits, Span<double> slopes);

    private EnvironmentAgreement<T> Agreement(in EnvironmentFits fits, ReadOnlySpan<int> chosen, int features)
    {
        double[] disagreement = new double[features];
        double[] signs = new double[features];
        signs.AsSpan().Fill(1);
        for (int j = 0; j < chosen.Length; j++)
        {
            double low = double.PositiveInfinity, high = double.NegativeInfinity;
            int sum = 0;
            for (int i = 0; i < fits.Environments; i++)
            {
                double slope = fits.Slopes[(i * fits.Size) + j];
                low = Math.Min(low, slope);
                high = Math.Max(high, slope);
                sum += Math.Sign(slope);
            }

            disagreement[chosen[j]] = (high - low) / Neighborhood.Statistics.Scale[chosen[j]];
            signs[chosen[j]] = Math.Abs(sum) / (double)fits.Environments;
        }

        return new(fits.Environments, disagreement, signs);
    }

    private readonly ref struct Draws(Bootstrap bootstrap, ReadOnlySpan<double> weights, RandomStream stream) : IEnvironmentWeights
    {
        private readonly ReadOnlySpan<double> _weights = weights;

        public void Of(int environment, Span<double> weights) =>
            BootstrapWeights.Draw(bootstrap, _weights, stream.For(environment), weights);
    }
}
