using TypedExplain.Numerics;

namespace TypedExplain.Surrogates.Coalitions;

/// <summary>Random orders of the players, and the coalitions that form as they join, forwards and backwards.</summary>
internal sealed class PlayerPermutations
{
    private readonly int _players;
    private readonly int[][] _orders;

    // Per order the coalition of its first 1, 2, … M−1 players, then those of the others.
    private readonly int[] _first;
    private readonly int[] _others;

    /// <summary>Draws orders.</summary>
    /// <param name="players">M, at least 2.</param>
    /// <param name="draws">How many orders.</param>
    /// <param name="stream">Random numbers.</param>
    public PlayerPermutations(int players, int draws, RandomStream stream)
    {
        (_players, Coalitions) = (players, new(players));
        (_orders, _first, _others) = (new int[draws][], new int[draws * (players - 1)], new int[draws * (players - 1)]);
        Span<ulong> first = new ulong[Coalitions.Words], others = new ulong[Coalitions.Words];
        for (int draw = 0, at = 0; draw < draws; draw++)
        {
            int[] order = _orders[draw] = new Shuffle(stream.For(draw)).Permutation(players);
            first.Clear();
            for (int i = 0; i < players - 1; i++, at++)
            {
                CoalitionSet.Include(first, order[i]);
                first.CopyTo(others);
                Coalitions.Complement(others);
                _first[at] = Coalitions.FindOrAdd(first);
                _others[at] = Coalitions.FindOrAdd(others);
            }
        }
    }

    /// <summary>The different coalitions of all orders.</summary>
    public CoalitionSet Coalitions { get; }

    /// <summary>The mean over the orders of what each player adds, and its standard error, widened for few orders; infinity from one order only.</summary>
    /// <param name="values">v of each coalition.</param>
    /// <param name="empty">v(∅).</param>
    /// <param name="full">v(all).</param>
    /// <param name="shares">Where the means go.</param>
    /// <param name="errors">Where the errors go.</param>
    public void Average(ReadOnlySpan<double> values, double empty, double full, Span<double> shares, Span<double> errors)
    {
        int draws = _orders.Length;
        using Pooled memory = new(draws * _players);
        shares.Clear();
        errors.Clear();
        for (int draw = 0; draw < draws; draw++)
        {
            Span<double> gains = memory.Span.Slice(draw * _players, _players);
            double forwards = empty, backwards = full;
            for (int i = 0, at = draw * (_players - 1); i < _players; i++, at++)
            {
                bool isLast = i == _players - 1;
                double with = isLast ? full : values[_first[at]], without = isLast ? empty : values[_others[at]];
                gains[_orders[draw][i]] = ((with - forwards) + (backwards - without)) / 2;
                (forwards, backwards) = (with, without);
            }

            for (int player = 0; player < _players; player++)
                shares[player] += gains[player] / draws;
        }

        for (int draw = 0; draw < draws; draw++)
        {
            for (int player = 0; player < _players; player++)
            {
                double off = memory.Span[(draw * _players) + player] - shares[player];
                errors[player] += off * off;
            }
        }

        foreach (ref double error in errors)
            error = draws > 1 ? Math.Sqrt(error / draws / (draws - 1)) * Widening.Of(draws - 1) : double.PositiveInfinity;
    }
}
