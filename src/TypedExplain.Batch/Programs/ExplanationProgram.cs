namespace TypedExplain.Batch;

/// <summary>
/// Makes a program of a model and an explainer:
/// <code>return await ExplanationProgram.For(model, explainer).RunAsync(args);</code>
/// It plans, explains, states reasons, finds recourse, verifies and merges, over files or as a filter between two others.
/// </summary>
public static class ExplanationProgram
{
    /// <summary>A program whose command explain gives effects.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="model">The model; give it an identity (<see cref="ModelIdentityExtensions.Identified{T}"/>).</param>
    /// <param name="explainer">The explainer.</param>
    public static ExplanationProgram<T> For<T>(IModel<T> model, IExplainer<T> explainer)
        where T : IFeatureRecord<T> => new() { Model = Given(model), Question = BatchQuestion.Effects(explainer) };

    /// <summary>A program whose command explain gives contributions.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="model">The model; give it an identity (<see cref="ModelIdentityExtensions.Identified{T}"/>).</param>
    /// <param name="explainer">The explainer.</param>
    public static ExplanationProgram<T> For<T>(IModel<T> model, IShapExplainer<T> explainer)
        where T : IFeatureRecord<T> => new() { Model = Given(model), Question = BatchQuestion.Contributions(explainer) };

    /// <summary>A program whose command explain gives effects that are held to a standard.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="model">The model; give it an identity (<see cref="ModelIdentityExtensions.Identified{T}"/>).</param>
    /// <param name="certifier">The certifier.</param>
    public static ExplanationProgram<T> For<T>(IModel<T> model, Certifier<T> certifier)
        where T : IFeatureRecord<T> => new() { Model = Given(model), Question = BatchQuestion.Outcomes(certifier) };

    private static IModel<T> Given<T>(IModel<T> model)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(model);
        return model;
    }
}
