using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Explainers.Shap;
using TypedExplain.Explanations.Plans;

namespace TypedExplain;

public abstract partial record CoalitionExplainer<T> : IPlanned<T>
{
    PlannedWork<T> IPlanned<T>.Plan(IModelInfo<T> model, T instance)
    {
        CheckAllOptions();
        model.RequireOneOutput();
        using CoalitionGame<T> game = new(model, instance, Background, Link);
        int players = game.Players.Length;
        (int coalitions, string how) = players < 2
            ? (0, string.Create(CultureInfo.InvariantCulture, $"{players} of {T.Schema.Features.Length} {Noun.Of(T.Schema.Features.Length, "feature")} {Noun.Of(players, "differs", "differ")} from the background, so no coalition is asked about"))
            : Coalitions(game);
        long rows = Background.Count + 1 + ((long)coalitions * Background.Count);
        string way = string.Create(CultureInfo.InvariantCulture, $"{how}; each with {Background.Count} background rows");
        return new PlannedWork<T>(rows, rows, 1 + game.BatchesFor(coalitions), way)
        {
            Warnings = [.. Warnings(model, players, rows)],
            Rehearse = (own, cancellation) => Rehearsal.Play(BeginValues(own, instance, cancellation), cancellation),
        }.Checking(instance);
    }

    /// <summary>How many coalitions of two players or more are asked about, and which way it is and why.</summary>
    private protected abstract (int Coalitions, string Way) Coalitions(CoalitionGame<T> game);

    private IEnumerable<string> Warnings(IModelInfo<T> model, int players, long rows)
    {
        if (Link == LinkFunction.Identity && TreeShap<T>.ReadsTreesOf(model))
            yield return $"TreeShap<{T.Schema.Name}> with TreeExpectation.Interventional reads the same values off the trees of this model, exactly and without a coalition";
        long all = players < 31 ? Background.Count + 1 + (((1L << players) - 2) * Background.Count) : long.MaxValue;
        if (players is > 2 and <= Surrogates.Coalitions.ShapleyFormula.MaxPlayers && !ListsAll(players) && all <= rows)
            yield return string.Create(CultureInfo.InvariantCulture, $"KernelShap<{T.Schema.Name}> with ExactUpTo = {players} lists every coalition: exact values from {all} rows");
    }

    /// <summary>Whether every coalition of so many players is listed.</summary>
    private protected abstract bool ListsAll(int players);
}
