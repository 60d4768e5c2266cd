namespace TypedExplain.Explanations;

/// <summary>A line of a table of explanations: a feature, or what stands above the features of an array or an inner record.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Value">Its value; empty where the name tells it.</param>
/// <param name="Feature">The feature; null above several.</param>
/// <param name="Size">The number that it is ranked and drawn by; null above features whose numbers make no sum.</param>
/// <param name="Depth">How far it is indented: under how many others it stands.</param>
internal readonly record struct ShownRow<T>(string Name, string Value, Feature<T>? Feature, double? Size, int Depth = 0)
    where T : IFeatureRecord<T>
{
    /// <summary>The name, indented.</summary>
    public string Indented => new string(' ', 2 * Depth) + Name;
}
