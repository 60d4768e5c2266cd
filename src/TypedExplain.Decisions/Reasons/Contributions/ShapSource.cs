using TypedExplain.Decisions.Reasons.References;
using TypedExplain.Explainers.Shap;
using TypedExplain.Surrogates.Coalitions;

namespace TypedExplain.Decisions.Reasons.Contributions;

/// <summary>SHAP values against the reference: exact ones where that can be had, else sampled ones.</summary>
/// <param name="given">The explainer; null to choose one.</param>
/// <param name="seed">The seed of a chosen one.</param>
internal sealed class ShapSource<T>(IShapExplainer<T>? given, int seed) : ContributionSource<T>
    where T : IFeatureRecord<T>
{
    // Each estimate is drawn anew, so that a small step would be paid for mostly by the estimates before it.
    private const int Growth = 4;

    private const int UsualSamples = 2048;

    private const int UsualOrders = 10;

    public override IEnumerable<RunStep<T, ContributionTable<T>>> Tables(IModelInfo<T> model, T instance, ReferenceGroup<T> group, int budget, CancellationToken cancellation)
    {
        IShapExplainer<T>? explainer = given is null ? Chosen(model, instance, group.Rows, budget) : Against(group.Rows, given);
        for (long left = budget; explainer is not null;)
        {
            cancellation.ThrowIfCancellationRequested();
            using Run<T, ShapValues<T>> run = explainer.BeginValues(model, instance, cancellation);
            while (run.TryNext(out RowBatch<T>? rows))
                yield return rows;
            ShapValues<T> values = run.Result;
            if (IsOwn(explainer))
            {
                yield return Of(values, null, 0);
            }
            else
            {
                RowBatch<T> people = ReferenceBatch.Of(model, group.Rows.Rows);
                yield return people;
                yield return Of(values, group.Rows.Mean(people.Scores), group.Rows.Count);
            }

            left -= values.Queries;
            explainer = values.StandardErrors is null ? null : Enlarged(explainer, group.Rows.Count, left);
        }
    }

    /// <summary>Whether an explainer takes the reference as its background; what any other one compares with is to be checked.</summary>
    private static bool IsOwn(IShapExplainer<T> explainer) => explainer is CoalitionExplainer<T> or TreeShap<T>;

    /// <summary>An explainer of the library with the reference as its background; any other as it is. What follows the paths of trees compares with nobody, so trees are asked against the reference, too.</summary>
    private static IShapExplainer<T> Against(WeightedRows<T> rows, IShapExplainer<T> explainer) => explainer switch
    {
        CoalitionExplainer<T> coalitions => coalitions with { Background = rows },
        TreeShap<T> trees => trees with { Expectation = TreeExpectation.Interventional, Background = rows },
        _ => explainer,
    };

    /// <summary>Trees are read; of few features every coalition is listed; else orders of features are drawn. Null where not even that is paid for.</summary>
    private IShapExplainer<T>? Chosen(IModelInfo<T> model, T instance, WeightedRows<T> rows, int budget)
    {
        if (TreeShap<T>.ReadsTreesOf(model))
            return new TreeShap<T> { Expectation = TreeExpectation.Interventional, Background = rows };
        int players = PlayersOf(model, instance, rows);
        long all = players <= ShapleyFormula.MaxPlayers ? Math.Max(0, (1L << players) - 2) : int.MaxValue;
        if (Cost(all, rows.Count) <= budget)
            return new KernelShap<T> { Background = rows, ExactUpTo = Math.Min(players, ShapleyFormula.MaxPlayers), Seed = seed };

        // Orders give exactly 0 to a feature that the model does not read, and exact values where at most two features act together.
        long orders = Math.Min(UsualOrders, Affordable(budget, rows.Count, players) / (2 * players));
        return orders < 2 ? null : new PermutationShap<T> { Background = rows, Permutations = (int)orders, Seed = seed };
    }

    private static int PlayersOf(IModelInfo<T> model, T instance, WeightedRows<T> rows)
    {
        using CoalitionGame<T> game = new(model, instance, rows, LinkFunction.Identity);
        return game.Players.Length;
    }

    /// <summary>The same with more samples; null where the rest of the budget does not pay for at least half as many again.</summary>
    private static CoalitionExplainer<T>? Enlarged(IShapExplainer<T> explainer, int rows, long budget)
    {
        int features = T.Schema.Features.Length;
        if (explainer is KernelShap<T> kernel)
        {
            long samples = kernel.Samples ?? UsualSamples + (2 * features), more = Math.Min(Growth * samples, Affordable(budget, rows, features));
            return more < samples + (samples / 2) ? null : kernel with { Samples = (int)more };
        }

        if (explainer is PermutationShap<T> permutations)
        {
            long draws = permutations.Permutations, more = Math.Min(Math.Min(Growth * draws, 1_000_000), Affordable(budget, rows, features) / (2 * (features + 1)));
            return more < draws + ((draws + 1) / 2) ? null : permutations with { Permutations = (int)more };
        }

        return null;
    }

    private static long Cost(long coalitions, int rows) => ((coalitions + 1) * rows) + 2;

    // A fit keeps a table of them, which is to stay small.
    private static long Affordable(long budget, int rows, int features) => Math.Min((budget - 2) / rows, (1 << 25) / (features + 2)) - 1;

    private static ContributionTable<T> Of(ShapValues<T> values, double? mean, int queries) => new()
    {
        Values = values.Contributions.AsSpan().ToArray(),
        Errors = values.StandardErrors?.AsSpan().ToArray(),
        Freedom = Math.Max(1, values.Convergence.Iterations - 1),
        BaseValue = values.BaseValue,
        Prediction = values.Prediction,
        Link = values.Link,
        Caveats = values.Caveats,
        RowLoss = values.RowLoss?.ToString(),
        Explainer = values.Explainer,
        Queries = values.Queries + queries,
        ReferenceMean = mean,
        IsSingle = ContributionTable<T>.AreSingle([.. values.BackgroundAnswers, values.Answer ?? values.Prediction]),
    };
}
