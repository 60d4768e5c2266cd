namespace TypedExplain.Neighborhoods;

/// <summary>All samples weigh the same, whatever differs in them.</summary>
internal sealed class UnweightedKernel : IKernel
{
    public static UnweightedKernel Instance { get; } = new();

    Description IDescribed.Describe() => Description.OfLibrary(nameof(UnweightedKernel));

    public void Weigh(Span<double> squaredDistances, int features) => squaredDistances.Fill(1);
}
