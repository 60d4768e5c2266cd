namespace TypedExplain.Quality.Measures;

/// <summary>An explanation as the measures see it.</summary>
/// <param name="Effects">Effects per standard deviation; of SHAP the contributions.</param>
/// <param name="Explanation">The surrogate.</param>
/// <typeparam name="T">The record.</typeparam>
public sealed record Answer<T>(double[] Effects, Explanation<T> Explanation)
    where T : IFeatureRecord<T>
{
    public static Answer<T> Of(IExplainer<T> explainer, IModel<T> model, T instance)
    {
        Explanation<T> explanation = explainer.Explain(model, instance);
        return new(explainer is IShapExplainer<T> shap ? shap.Values(model, instance).Contributions.AsSpan().ToArray() : explanation.Standardized.AsSpan().ToArray(), explanation);
    }
}
