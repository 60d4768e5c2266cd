using TypedExplain.Surrogates;

namespace TypedExplain;

/// <summary>
/// S-LIME: the mean of LIME's fits over the environments of LINEX. It is steadier than LIME, but a feature on whose
/// direction the environments disagree keeps a small effect where LINEX gives 0.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public sealed record SmoothedLime<T> : EnvironmentExplainer<T>
    where T : IFeatureRecord<T>
{
    /// <inheritdoc/>
    public override string Name => "S-LIME";

    private protected override string TypeName => nameof(SmoothedLime<>);

    private protected override (double Intercept, Convergence Convergence) Combine(in EnvironmentFits fits, Span<double> slopes) =>
        (fits.Average(slopes), Convergence.Exact);
}
