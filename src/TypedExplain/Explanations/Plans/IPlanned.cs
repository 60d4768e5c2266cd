namespace TypedExplain.Explanations.Plans;

/// <summary>An explainer that knows what it will ask for.</summary>
internal interface IPlanned<T>
    where T : IFeatureRecord<T>
{
    /// <summary>What the explanation of an instance will ask for; options are checked.</summary>
    PlannedWork<T> Plan(IModelInfo<T> model, T instance);
}
