namespace TypedExplain;

/// <summary>All samples weigh the same, whatever differs in them.</summary>
internal sealed class UnweightedKernel : IKernel
{
    public static UnweightedKernel Instance { get; } = new();

    public void Weigh(Span<double> squaredDistances, int features) => squaredDistances.Fill(1);
}
