namespace TypedExplain.Explanations;

/// <summary>A line of a table of explanations: a feature, or what stands above the features of an array or an inner record.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Value">Its value; empty where the name tells it.</param>
/// <param name="Feature">The feature; null above several.</param>
/// <param name="Size">The number that it is ranked and drawn by; null where that is withheld, and above features whose numbers make no sum.</param>
/// <param name="Weight">The magnitude that it stands in its place by; of a protected feature too.</param>
/// <param name="Depth">How far it is indented: under how many others it stands.</param>
internal readonly record struct ShownRow<T>(string Name, string Value, Feature<T>? Feature, double? Size, double Weight, int Depth = 0)
    where T : IFeatureRecord<T>
{
    /// <summary>The feature, where its numbers are told; null where it is protected, and above several.</summary>
    public Feature<T>? Told => Feature is { IsProtected: false } ? Feature : null;

    /// <summary>The name, indented.</summary>
    public string Indented => new string(' ', 2 * Depth) + Name;
}
