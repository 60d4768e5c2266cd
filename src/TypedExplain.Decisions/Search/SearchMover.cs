using TypedExplain.Decisions.Actions;

namespace TypedExplain.Decisions.Search;

/// <summary>A feature that the search tries values of.</summary>
/// <param name="Mover">Its position among the movers of the space.</param>
/// <param name="Options">Positions of the options that are tried, the instance's own first, then from the cheapest to the dearest.</param>
/// <param name="Costs">What each costs.</param>
internal sealed record SearchMover(int Mover, int[] Options, double[] Costs)
{
    /// <summary>All options of all movers, those first whose cheapest change is cheapest.</summary>
    public static SearchMover[] All<T>(ActionSpace<T> space)
        where T : IFeatureRecord<T> =>
        Sorted(space.Movers.Select((mover, i) => new SearchMover(i, [.. Enumerable.Range(0, mover.Options.Length)], [.. mover.Options.Select(option => option.Cost)])));

    /// <summary>Those that have a change left, in the order in which the search decides them.</summary>
    public static SearchMover[] Sorted(IEnumerable<SearchMover> movers) =>
        [.. movers.Where(mover => mover.Options.Length > 1).OrderBy(mover => mover.Costs[1]).ThenBy(mover => mover.Mover)];

    /// <summary>The choice of options of the space that a choice of the search stands for.</summary>
    public static void Widen(SearchMover[] movers, ReadOnlySpan<int> choice, Span<int> wide)
    {
        wide.Clear();
        for (int i = 0; i < choice.Length; i++)
            wide[movers[i].Mover] = movers[i].Options[choice[i]];
    }
}
