using TypedExplain.Decisions.Actions;
using TypedExplain.Decisions.Search;

namespace TypedExplain.Decisions.Sums;

/// <summary>
/// Finds the cheapest choice whose answer is wanted where the answer is a sum over the movers, by branch and bound in depth. What a partial
/// choice still lacks costs at least what it would if every undecided mover could be bought in parts, at its best price: the mover with
/// the best price first, as in a knapsack.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class CheapestSum<T>
    where T : IFeatureRecord<T>
{
    // It calls itself once per mover.
    private const int MostMovers = 2_000;

    private readonly ActionSpace<T> _space;
    private readonly SearchMover[] _movers;
    private readonly LinearSum<T> _sum;
    private readonly WantedAnswers _wanted;
    private readonly int _sign;
    private readonly int[] _order;
    private readonly double[] _gain;
    private readonly double[] _price;
    private readonly int[][] _byGain;
    private readonly double _goal;
    private readonly int[] _choice;
    private readonly int[] _wide;
    private readonly double[] _row;
    private double _cheapest = double.PositiveInfinity;
    private int[]? _found;
    private int _left;
    private double _gained;
    private double _lacking;

    private CheapestSum(ActionSpace<T> space, SearchMover[] movers, LinearSum<T> sum, WantedAnswers wanted, int sign, int most)
    {
        (_space, _movers, _sum, _wanted, _sign, _left) = (space, movers, sum, wanted, sign, most);
        _gain = [.. sum.Added.Select(added => added.Max(change => sign * change))];
        _price = [.. movers.Select((mover, i) => Enumerable.Range(1, mover.Options.Length - 1).Min(option => sign * sum.Added[i][option] > 0 ? mover.Costs[option] / (sign * sum.Added[i][option]) : double.PositiveInfinity))];
        _order = [.. Enumerable.Range(0, movers.Length).OrderBy(i => _price[i]).ThenBy(i => movers[i].Mover)];
        _byGain = [.. movers.Select((mover, i) => Enumerable.Range(0, mover.Options.Length).OrderByDescending(option => sign * sum.Added[i][option]).ThenBy(option => mover.Costs[option]).ToArray())];
        _goal = sum.Goal(wanted, sign);
        (_choice, _wide, _row) = (new int[movers.Length], new int[space.Movers.Length], new double[space.Schema.Columns]);
    }

    /// <summary>Whether it is for such a search: one action, and answers from a number on, or up to one.</summary>
    public static bool Solves(int alternatives, WantedAnswers wanted) => alternatives == 1 && (double.IsPositiveInfinity(wanted.Maximum) || double.IsNegativeInfinity(wanted.Minimum));

    /// <summary>Finds it, for answers that are wanted on one side only.</summary>
    /// <param name="space">What actions can make of the instance.</param>
    /// <param name="movers">The movers of the search.</param>
    /// <param name="sum">The sum of the model.</param>
    /// <param name="wanted">The answers that are wanted: all from a number on, or up to one.</param>
    /// <param name="most">How many partial choices are looked at at most.</param>
    /// <param name="isDone">Whether the number sufficed; if so and nothing was found, nothing is wanted.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The choice, among the options of the search; null where none was found.</returns>
    public static int[]? Find(ActionSpace<T> space, SearchMover[] movers, LinearSum<T> sum, WantedAnswers wanted, int most, out bool isDone, CancellationToken cancellation)
    {
        isDone = movers.Length <= MostMovers;
        if (!isDone)
            return null;
        CheapestSum<T> search = new(space, movers, sum, wanted, double.IsPositiveInfinity(wanted.Maximum) ? 1 : -1, most);
        search.Try(0, 0, cancellation);
        isDone = search._left > 0;
        return search._found;
    }

    private void Try(int place, double cost, CancellationToken cancellation)
    {
        if (--_left <= 0)
            return;
        cancellation.ThrowIfCancellationRequested();
        double lacks = Lacks(place);
        if (double.IsPositiveInfinity(lacks) || Choice.Equal(cost + lacks) >= _cheapest)
            return;
        if (place == _order.Length)
        {
            SearchMover.Widen(_movers, _choice, _wide);
            if (_space.TryApply(_wide, _row) && _wanted.Contains(_sum.AnswerOf(_row)))
                (_cheapest, _found) = (cost, [.. _choice]);
            return;
        }

        // First what is just enough, as it is cheapest, then less and less, and what is more than enough.
        int mover = _order[place];
        int[] options = _byGain[mover];
        int enough = 0;
        while (enough < options.Length && Gain(mover, options[enough]) >= _lacking - _sum.Room)
            enough++;
        for (int i = enough - 1; i >= 0; i--)
            Take(place, mover, options[i], cost, cancellation);
        for (int i = enough; i < options.Length; i++)
            Take(place, mover, options[i], cost, cancellation);
        _choice[mover] = 0;
    }

    private void Take(int place, int mover, int option, double cost, CancellationToken cancellation)
    {
        (int before, double gained) = (_choice[mover], _gained);
        _choice[mover] = option;
        _gained += Gain(mover, option);
        Try(place + 1, cost + _movers[mover].Costs[option], cancellation);
        (_choice[mover], _gained) = (before, gained);
    }

    /// <summary>What is still to be bought at least from a place on; infinite where there is not enough.</summary>
    private double Lacks(int place)
    {
        double lacks = _goal - _gained, cost = 0;
        _lacking = lacks;
        for (int i = place; lacks > 0 && i < _order.Length; i++)
        {
            double part = Math.Min(lacks, Math.Max(0, _gain[_order[i]]));
            if (part > 0)
                cost += part * _price[_order[i]];
            lacks -= part;
        }

        return lacks > _sum.Room ? double.PositiveInfinity : cost;
    }

    private double Gain(int mover, int option) => _sign * _sum.Added[mover][option];
}
