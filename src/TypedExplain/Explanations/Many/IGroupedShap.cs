namespace TypedExplain.Explanations.Many;

/// <summary>An explainer that computes the contributions of several instances together faster than one after the other, with the same bits.</summary>
/// <typeparam name="T">The record.</typeparam>
internal interface IGroupedShap<T>
    where T : IFeatureRecord<T>
{
    /// <summary>How many instances a group should have.</summary>
    int GroupSize { get; }

    /// <summary>Gives what begins the runs of a group, which are for one thread.</summary>
    /// <param name="model">The model.</param>
    /// <param name="group">The instances.</param>
    /// <param name="cancellation">Ends the work early.</param>
    Func<int, T, Run<T, ShapValues<T>>> BeginGroup(IModelInfo<T> model, T[] group, CancellationToken cancellation);
}
