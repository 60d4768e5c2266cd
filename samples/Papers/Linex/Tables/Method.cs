namespace Papers;

/// <summary>A row of the paper's tables.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="OfWidth">The explainer for a kernel width, in units of √d.</param>
public sealed record Method<T>(string Name, Func<double, IExplainer<T>> OfWidth)
    where T : IFeatureRecord<T>
{
    /// <summary>Whether the kernel width has a part in it.</summary>
    public bool HasWidth { get; init; } = true;
}
