namespace TypedExplain;

/// <summary>How far the environments of an explanation agree, each fitted on its own.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class EnvironmentAgreement<T>
    where T : IFeatureRecord<T>
{
    internal EnvironmentAgreement(int environments, double[] disagreement, double[] signAgreement)
    {
        Environments = environments;
        int features = T.Schema.Features.Length;
        Disagreement = new(disagreement[..features]);
        SignAgreement = new(signAgreement[..features]);
        OfParts = signAgreement[features..];
    }

    /// <summary>How many environments there are.</summary>
    public int Environments { get; }

    /// <summary>The largest less the smallest effect of each feature over the environments, in the feature's own units.</summary>
    public FeatureVector<T> Disagreement { get; }

    /// <summary>|mean of the signs| over the environments: 1 where all agree on the direction, 0 where they cancel.</summary>
    public FeatureVector<T> SignAgreement { get; }

    /// <summary>The same for each word, segment or pixel of the texts and images, one after the other.</summary>
    public ReadOnlySpan<double> PartSignAgreement => OfParts;

    private double[] OfParts { get; }

    /// <summary>The means over several draws of the environments.</summary>
    internal static EnvironmentAgreement<T> MeanOf(IReadOnlyList<EnvironmentAgreement<T>> draws)
    {
        int features = T.Schema.Features.Length;
        double[] disagreement = new double[features], signs = new double[features + draws[0].OfParts.Length];
        foreach (EnvironmentAgreement<T> draw in draws)
        {
            for (int j = 0; j < features; j++)
            {
                disagreement[j] += draw.Disagreement[j] / draws.Count;
                signs[j] += draw.SignAgreement[j] / draws.Count;
            }

            for (int part = 0; part < draw.OfParts.Length; part++)
                signs[features + part] += draw.OfParts[part] / draws.Count;
        }

        return new(draws[0].Environments, disagreement, signs);
    }
}
