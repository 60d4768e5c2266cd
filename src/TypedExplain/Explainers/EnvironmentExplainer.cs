using System.Globalization;
using TypedExplain.Neighborhoods.Samples;
using TypedExplain.Numerics;
using TypedExplain.Surrogates;

namespace TypedExplain;

/// <summary>What S-LIME and LINEX share: bootstraps of the neighborhood as environments, at LIME's number of queries.</summary>
/// <typeparam name="T">The record.</typeparam>
public abstract record EnvironmentExplainer<T> : LinearExplainer<T>
    where T : IFeatureRecord<T>
{
    private const int MostEnvironments = 1024;

    private protected EnvironmentExplainer()
    {
    }

    /// <summary>k, the number of environments; from 2 to 1024.</summary>
    [OptionRange(AtLeast = 2, AtMost = MostEnvironments)]
    public int Environments { get; init; } = 2;

    /// <summary>How an environment draws its samples.</summary>
    public Bootstrap Bootstrap { get; init; } = Bootstrap.Uniform;

    /// <summary>
    /// Environments of your own in place of bootstraps: each is drawn from its own neighborhood, such as one whose
    /// background is a part of the data (<see cref="Dataset{T}.PartitionBy"/>), and is made of those samples and the instance. They are
    /// measured by the statistics of <c>Neighborhood</c>, which draws nothing then; <see cref="Environments"/> and
    /// <see cref="Bootstrap"/> are not looked at. The model is asked about the instance once and about every neighbor of
    /// every part, in one batch.
    /// </summary>
    public IReadOnlyList<INeighborhood<T>>? Partition { get; init; }

    private protected override Description Describe() => base.Describe()
        .With("environments", Environments)
        .With("bootstrap", Bootstrap.ToString())
        .With("partition", (Partition ?? []).Select(part => part.Describe()));

    internal override void CheckOptions()
    {
        base.CheckOptions();
        if (Environments < 2)
            throw Invalid(nameof(Environments), Environments, "at least 2");
        if (Environments > MostEnvironments)
            throw Invalid(nameof(Environments), Environments, string.Create(CultureInfo.InvariantCulture, $"at most {MostEnvironments}"));
        if (Partition is not null)
            JoinedNeighborhood<T>.Check(Name, Partition);
    }

    internal sealed override INeighborhood<T> Samples => Partition is null ? Neighborhood : new JoinedNeighborhood<T>(Partition, Neighborhood.Statistics);

    /// <summary>Parts of which some draw in pairs and others do not, or leave a neighbor without its own, have no errors.</summary>
    private protected sealed override bool TellsErrors => StandardErrors && (Partition is null || Samples.IsPaired || !Partition.Any(part => part.IsPaired));

    private protected override Surrogate Fit(SampleTable<T> samples, ReadOnlySpan<int> chosen, Span<double> slopes, CancellationToken cancellation) => Fit(samples, chosen, 0, slopes);

    /// <summary>Fits one draw of the environments; of several each has random numbers of its own.</summary>
    private protected Surrogate Fit(SampleTable<T> samples, ReadOnlySpan<int> chosen, int draw, Span<double> slopes)
    {
        int environments = Partition?.Count ?? Environments;
        Draws draws = new(Bootstrap, samples.Weights, samples.IsPaired, samples.Stream(Seed, "environments"), draw * environments, Samples as JoinedNeighborhood<T>);
        using EnvironmentFits fits = EnvironmentFits.Of(environments, samples.Table, samples.Features, chosen, Ridge, Intercept, draws);
        if (!VectorOps.AreFinite(fits.Slopes))
            throw Overflowed(samples);
        (double intercept, Convergence convergence) = Combine(fits, slopes);
        return new(intercept, convergence, Agreement(fits, chosen, samples.Features));
    }

    internal sealed override LinearExplainer<T> Enlarged(int samples)
    {
        if (Partition is null)
            return base.Enlarged(samples);
        long own = Samples.Samples - 1;
        return this with { Partition = [.. Partition.Select(part => new SizedNeighborhood<T>(part, Grown(part)))] };

        // Whole pairs stay whole.
        int Grown(INeighborhood<T> part)
        {
            int neighbors = (int)((part.Samples - 1) * (samples - 1L) / own);
            return 1 + neighbors - (part.IsPaired && part.Samples % 2 == 1 ? neighbors % 2 : 0);
        }
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

            disagreement[chosen[j]] = (high - low) / (chosen[j] < T.Schema.Features.Length ? Neighborhood.Statistics.Scale[chosen[j]] : 1);
            signs[chosen[j]] = Math.Abs(sum) / (double)fits.Environments;
        }

        return new(fits.Environments, disagreement, signs);
    }

    private readonly ref struct Draws(Bootstrap bootstrap, ReadOnlySpan<double> weights, bool arePaired, RandomStream stream, int first, JoinedNeighborhood<T>? parts) : IEnvironmentWeights
    {
        private readonly ReadOnlySpan<double> _weights = weights;

        public void Of(int environment, Span<double> weights)
        {
            if (parts is null)
            {
                BootstrapWeights.Draw(bootstrap, _weights, arePaired, stream.For(first + environment), weights);
                return;
            }

            (int from, int count) = parts.Of(environment);
            weights.Clear();
            weights[0] = _weights[0];
            _weights.Slice(from, count).CopyTo(weights[from..]);
        }
    }
}
