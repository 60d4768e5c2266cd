namespace TypedExplain.Reports;

/// <summary>A feature of a beeswarm.</summary>
public sealed class BeeswarmRow
{
    internal BeeswarmRow(string name, NumberSummary? numbers, double? own, bool isProtected, bool hasOrder) => (Name, Numbers, Own, IsProtected, HasOrder) = (name, numbers, own, isProtected, hasOrder);

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>Its contributions or effects over all explanations; null where they are withheld.</summary>
    public NumberSummary? Numbers { get; }

    /// <summary>That of the marked explanation; null where none is marked.</summary>
    public double? Own { get; }

    /// <summary>Whether its values have an order, by which they are colored from low to high; names of categories have none.</summary>
    public bool HasOrder { get; }

    /// <summary>Whether it is protected.</summary>
    public bool IsProtected { get; }

    /// <summary>The name and the numbers.</summary>
    public override string ToString() => $"{Name}: {Numbers?.ToString() ?? "withheld"}";
}
