using System.Globalization;
using TypedExplain.Explanations.Plans;

namespace TypedExplain;

public sealed partial record Consensus<T>
{
    /// <summary>What the explanations of an instance will ask for, together. The model is not asked; options are checked.</summary>
    /// <param name="model">A model with one output.</param>
    /// <param name="instance">The instance.</param>
    /// <exception cref="InvalidFeatureException">The instance holds a value that its schema does not allow.</exception>
    /// <exception cref="InvalidModelException">The model has several outputs.</exception>
    /// <exception cref="InvalidOptionException">The methods do not share their samples, or an option is outside what it may be.</exception>
    public ExplanationPlan<T> Plan(IModelInfo<T> model, T instance)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (instance is null)
            throw new ArgumentNullException(nameof(instance));
        CheckOptions();
        PlannedWork<T> one = ((IPlanned<T>)Explainers[0]).Plan(model, instance);
        PlannedWork<T> work = one with
        {
            Way = string.Create(CultureInfo.InvariantCulture, $"{Explainers.Count} methods answer from the same {one.Least} samples, which are asked about once"),
            Rehearse = (own, cancellation) => Rehearsal.Play(Begin(own, instance, cancellation), cancellation),
        };
        return new("consensus", model, [(instance, work)]);
    }
}
