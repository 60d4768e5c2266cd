using System.Collections.Immutable;
using TypedExplain.Decisions.Actions;
using TypedExplain.Decisions.Search;

namespace TypedExplain.Decisions;

public sealed partial record Recourse<T>
{
    /// <summary>For each feature, in the order of the schema, the share of its allowed changes, one feature alone with what moves with it, after which the answer is wanted.</summary>
    /// <param name="model">A model with one output.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="InvalidFeatureException">The instance holds a value that its schema does not allow.</exception>
    /// <exception cref="InvalidModelException">The model has several outputs, or an answer is not a finite number.</exception>
    /// <exception cref="InvalidOptionException">An option is outside what it may be, or there are more changes than <see cref="MaxQueries"/>.</exception>
    public ImmutableArray<FeatureResponsiveness<T>> Responsiveness(IModel<T> model, T instance, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (instance is null)
            throw new ArgumentNullException(nameof(instance));
        WantedAnswers wanted = Check(model);
        double[] own = new double[T.Schema.Columns];
        T.Schema.Encode(instance, own);
        ActionSpace<T> space = ActionSpace<T>.Of(own, Costs);
        Questions<T> questions = new(model, space, instance, MaxQueries);
        (int Mover, int[] Choice)[] changes = [.. Changes(space)];
        if (changes.Length > MaxQueries)
            throw new InvalidOptionException($"MaxQueries of recourse is {MaxQueries}, and single features of the instance may change in {changes.Length} ways; raise it.");
        bool[] isWanted = new bool[changes.Length];
        if (changes.Length > 0)
        {
            RowBatch<T> rows = questions.Choices(changes.Select(change => change.Choice));
            rows.AskOf(model, cancellation);
            for (int i = 0; i < isWanted.Length; i++)
                isWanted[i] = wanted.Contains(rows.Scores[i]);
        }

        ILookup<int, bool> byFeature = changes.Select((change, i) => (space.Movers[change.Mover].Feature.Index, IsWanted: isWanted[i])).ToLookup(change => change.Index, change => change.IsWanted);
        return [.. T.Schema.Features.Select(feature => new FeatureResponsiveness<T>(feature, byFeature[feature.Index].Count(), byFeature[feature.Index].Count(flips => flips)))];
    }

    private static IEnumerable<(int Mover, int[] Choice)> Changes(ActionSpace<T> space)
    {
        double[] row = new double[space.Schema.Columns];
        for (int mover = 0; mover < space.Movers.Length; mover++)
        {
            for (int option = 1; option < space.Movers[mover].Options.Length; option++)
            {
                int[] choice = new int[space.Movers.Length];
                choice[mover] = option;
                if (space.TryApply(choice, row))
                    yield return (mover, choice);
            }
        }
    }
}
