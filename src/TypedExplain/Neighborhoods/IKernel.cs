namespace TypedExplain;

/// <summary>Turns the distance of a sample from the instance into its weight in the local fit.</summary>
public interface IKernel : IDescribed
{
    /// <summary>Weighs samples.</summary>
    /// <param name="squaredDistances">Squared Euclidean distance of each sample in standardized units; replaced by its weight, 0 or more.</param>
    /// <param name="features">Number of interpretable features d.</param>
    void Weigh(Span<double> squaredDistances, int features);
}
