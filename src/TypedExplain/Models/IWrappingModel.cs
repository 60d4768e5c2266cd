namespace TypedExplain.Models;

/// <summary>A model whose answers are those of another one, or some of them.</summary>
internal interface IWrappingModel<T>
    where T : IFeatureRecord<T>
{
    /// <summary>The other one.</summary>
    IModel<T> Inner { get; }
}
