namespace TypedExplain.Models.Forests;

/// <summary>A model that makes its answers of what a forest adds up; the forest is what can be read.</summary>
internal interface IForestModel<T>
    where T : IFeatureRecord<T>
{
    /// <summary>The forest.</summary>
    Forest<T> Forest { get; }
}
