namespace TypedExplain;

/// <summary>The number that stands for each category in the one column of the feature, such as a rate learned from data.</summary>
/// <param name="numbers">One finite number per category, in the order of the categories; all different.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class EncodedAsAttribute(params double[] numbers) : Attribute
{
    /// <summary>What stands in the column for each category, in their order.</summary>
    public IReadOnlyList<double> Numbers { get; } = numbers;
}
