using TypedExplain.Batch.Questions;
using TypedExplain.Decisions;

namespace TypedExplain.Batch;

/// <summary>The questions that a job can ask.</summary>
public static class BatchQuestion
{
    /// <summary>The effects of the features by an explainer.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="explainer">The explainer.</param>
    public static BatchQuestion<T> Effects<T>(IExplainer<T> explainer)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(explainer);
        return new EffectsQuestion<T>(explainer);
    }

    /// <summary>The effects of the features, held to a standard: what does not meet it says so.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="certifier">The certifier.</param>
    public static BatchQuestion<T> Outcomes<T>(Certifier<T> certifier)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(certifier);
        return new OutcomesQuestion<T>(certifier);
    }

    /// <summary>What each feature adds to the answer.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="explainer">The explainer.</param>
    public static BatchQuestion<T> Contributions<T>(IShapExplainer<T> explainer)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(explainer);
        return new ContributionsQuestion<T>(explainer);
    }

    /// <summary>The principal reasons for decisions, or why none are stated.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="reasons">How they are found.</param>
    public static BatchQuestion<T> Reasons<T>(PrincipalReasons<T> reasons)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(reasons);
        return new ReasonsQuestion<T>(reasons);
    }

    /// <summary>What would change decisions.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="recourse">How it is found.</param>
    public static BatchQuestion<T> Recourse<T>(Recourse<T> recourse)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(recourse);
        return new RecourseQuestion<T>(recourse);
    }
}
