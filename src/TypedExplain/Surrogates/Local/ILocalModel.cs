namespace TypedExplain;

/// <summary>A linear model that MeLIME fits around an instance, batch after batch.</summary>
/// <remarks>It is a value: what is learned in the course of an explanation is kept by the <see cref="ILocalFit"/> of that explanation.</remarks>
public interface ILocalModel : IDescribed
{
    /// <summary>Begins the fit of one explanation.</summary>
    /// <param name="features">Number of interpretable features d.</param>
    ILocalFit Begin(int features);
}
