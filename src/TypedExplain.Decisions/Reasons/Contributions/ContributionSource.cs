using TypedExplain.Decisions.Reasons.References;

namespace TypedExplain.Decisions.Reasons.Contributions;

/// <summary>Where contributions come from: the best known ones first, then better ones from more samples as long as the budget lasts.</summary>
internal abstract class ContributionSource<T>
    where T : IFeatureRecord<T>
{
    /// <summary>What the model is to be asked about, and the tables, each made when it is asked for; none where the budget does not pay for one.</summary>
    /// <param name="model">What is known of the model.</param>
    /// <param name="instance">The person.</param>
    /// <param name="group">The people of the reference.</param>
    /// <param name="budget">The most rows that the model is asked about.</param>
    /// <param name="cancellation">Ends what is computed here.</param>
    public abstract IEnumerable<RunStep<T, ContributionTable<T>>> Tables(IModelInfo<T> model, T instance, ReferenceGroup<T> group, int budget, CancellationToken cancellation);
}
