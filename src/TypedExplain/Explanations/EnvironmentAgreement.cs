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
}
