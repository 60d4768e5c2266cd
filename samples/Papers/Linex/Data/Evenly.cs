namespace Papers;

/// <summary>A kernel to which all samples weigh the same.</summary>
public sealed record Evenly : IKernel
{
    /// <inheritdoc/>
    public void Weigh(Span<double> squaredDistances, int features) => squaredDistances.Fill(1);
}
