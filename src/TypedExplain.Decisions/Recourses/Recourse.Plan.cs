using TypedExplain.Decisions.Actions;
using TypedExplain.Decisions.Sums;
using TypedExplain.Decisions.Trees;

namespace TypedExplain.Decisions;

public sealed partial record Recourse<T>
{
    /// <summary>What the search for one instance can go through. The model is not asked; options are checked.</summary>
    /// <param name="model">What is known of the model; one output.</param>
    /// <param name="instance">The instance.</param>
    /// <exception cref="InvalidFeatureException">The instance holds a value that its schema does not allow.</exception>
    /// <exception cref="InvalidModelException">The model has several outputs.</exception>
    /// <exception cref="InvalidOptionException">An option is outside what it may be, a feature has no step, or the instance breaks a rule itself.</exception>
    public RecoursePlan<T> Plan(IModelInfo<T> model, T instance)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (instance is null)
            throw new ArgumentNullException(nameof(instance));
        _ = Check(model);
        double[] own = new double[T.Schema.Columns];
        T.Schema.Encode(instance, own);
        ActionSpace<T> space = ActionSpace<T>.Of(own, Costs);
        ReachableCount count = ReachableCount.Of(space);
        return new([.. space.Movers.Select(mover => (mover.Feature, mover.Options.Length - 1))], count.Size, count.IsExact, ForestOutput<T>.Of(model) is not null || LinearSum<T>.ModelOf(model) is not null, MaxQueries);
    }
}
