namespace Papers;

/// <summary>The numbers of finished cells.</summary>
public sealed class Numbers(IReadOnlyDictionary<string, double[]> finished)
{
    /// <summary>The numbers of a cell, or null if it has not been computed.</summary>
    /// <param name="key">The cell's key.</param>
    public double[]? this[string key] => finished.GetValueOrDefault(key);

    /// <summary>The numbers of those of some cells that are finished.</summary>
    public IReadOnlyList<double[]> Of(IEnumerable<string> keys) => [.. keys.Select(key => this[key]).OfType<double[]>()];

    /// <summary>The numbers of some cells, null for one that is not finished.</summary>
    public IReadOnlyList<double[]?> Each(IEnumerable<string> keys) => [.. keys.Select(key => this[key])];
}
