namespace TypedExplain;

/// <summary>A feature as tables of explanations show it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Value">Its value; empty where the name tells it.</param>
/// <param name="Feature">The feature.</param>
/// <param name="Size">The number that it is ranked and drawn by.</param>
internal readonly record struct ShownRow<T>(string Name, string Value, Feature<T> Feature, double Size)
    where T : IFeatureRecord<T>;
