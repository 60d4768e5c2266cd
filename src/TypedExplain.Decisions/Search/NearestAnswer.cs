using TypedExplain.Decisions.Actions;

namespace TypedExplain.Decisions.Search;

/// <summary>
/// Finds the reachable row whose answer is nearest to being wanted, by branch and bound: where no choice of the undecided movers can
/// come nearer than what was found, none is tried.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class NearestAnswer<T>
    where T : IFeatureRecord<T>
{
    // It calls itself once per mover.
    private const int MostMovers = 2_000;

    private readonly ActionSpace<T> _space;
    private readonly SearchMover[] _movers;
    private readonly IScoreBounds _bounds;
    private readonly WantedAnswers _wanted;
    private readonly int[] _choice;
    private readonly int[] _wide;
    private readonly double[] _row;
    private double _nearest = double.PositiveInfinity;
    private int[]? _found;
    private int _left;

    private NearestAnswer(ActionSpace<T> space, SearchMover[] movers, IScoreBounds bounds, WantedAnswers wanted, int most)
    {
        (_space, _movers, _bounds, _wanted, _left) = (space, movers, bounds, wanted, most);
        (_choice, _wide, _row) = (new int[movers.Length], new int[space.Movers.Length], new double[space.Schema.Columns]);
    }

    /// <summary>Finds it.</summary>
    /// <param name="space">What actions can make of the instance.</param>
    /// <param name="movers">The movers, in the order of the search.</param>
    /// <param name="bounds">The bounds of the answer.</param>
    /// <param name="wanted">The answers that are wanted.</param>
    /// <param name="most">How many partial choices are looked at at most.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The choice, among the options of the search; null where the number did not suffice, or there are more movers than it goes through.</returns>
    public static int[]? Find(ActionSpace<T> space, SearchMover[] movers, IScoreBounds bounds, WantedAnswers wanted, int most, CancellationToken cancellation)
    {
        if (movers.Length > MostMovers)
            return null;
        NearestAnswer<T> search = new(space, movers, bounds, wanted, most);
        search.Try(0, cancellation);
        return search._left > 0 ? search._found : null;
    }

    private void Try(int decided, CancellationToken cancellation)
    {
        if (--_left <= 0)
            return;
        cancellation.ThrowIfCancellationRequested();
        if (decided == _movers.Length)
        {
            SearchMover.Widen(_movers, _choice, _wide);
            double answer = Distance(decided);
            if (answer < _nearest && _space.TryApply(_wide, _row))
                (_nearest, _found) = (answer, [.. _choice]);
            return;
        }

        int options = _movers[decided].Options.Length;
        (double Distance, int Option)[] order = new (double, int)[options];
        for (int option = 0; option < options; option++)
        {
            _choice[decided] = option;
            order[option] = (Distance(decided + 1), option);
        }

        Array.Sort(order);
        foreach ((double distance, int option) in order)
        {
            // What is no nearer than what was found cannot replace it.
            if (distance >= _nearest)
                break;
            _choice[decided] = option;
            Try(decided + 1, cancellation);
        }

        _choice[decided] = 0;
    }

    /// <summary>How near the answer may come; 0 where it may be wanted.</summary>
    private double Distance(int decided)
    {
        (double least, double most) = _bounds.Of(_choice, decided);
        return double.IsPositiveInfinity(_wanted.Maximum) ? _wanted.Minimum - most
            : double.IsNegativeInfinity(_wanted.Minimum) ? least - _wanted.Maximum
            : Math.Max(0, Math.Max(_wanted.Minimum - most, least - _wanted.Maximum));
    }
}
