namespace TypedExplain.Surrogates.Coalitions.Pairs;

/// <summary>
/// The pairs of a plan, drawn without replacement: of each size every set of so many pairs is as likely. Leaving out what was
/// drawn twice and counting it once would favor coalitions that are drawn often; here each pair weighs by the share that was taken.
/// </summary>
internal sealed class PairSample
{
    // Up to so many times the pairs wanted, all are listed and some are picked.
    private const int ListedPerPair = 4;

    private readonly double[] _weights;
    private readonly double[] _inclusions;
    private readonly ulong[] _all;

    /// <summary>Takes the pairs of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="stream">Random numbers.</param>
    public PairSample(PairPlan plan, RandomStream stream)
    {
        Plan = plan;
        Coalitions = new(plan.Players);
        (_weights, _inclusions) = (new double[plan.Pairs], new double[plan.Pairs]);
        _all = new ulong[Coalitions.Words];
        Coalitions.Complement(_all);
        for (int size = 1; size <= plan.Sizes; size++)
        {
            int first = Count;
            RandomStream own = stream.For(size);
            if (plan.Count(size) <= (double)ListedPerPair * plan.Taken(size))
                Pick(size, own);
            else
                Draw(size, own);
            _weights.AsSpan(first, Count - first).Fill(plan.Weight(size));
            _inclusions.AsSpan(first, Count - first).Fill(plan.Inclusion(size));
        }
    }

    /// <summary>The plan.</summary>
    public PairPlan Plan { get; }

    /// <summary>The coalitions; each pair is two in a row, the smaller one first.</summary>
    public CoalitionSet Coalitions { get; }

    /// <summary>How many pairs there are.</summary>
    public int Count => Coalitions.Count / 2;

    /// <summary>The weight of each pair.</summary>
    public ReadOnlySpan<double> Weights => _weights;

    /// <summary>How likely each pair was to be taken, π.</summary>
    public ReadOnlySpan<double> Inclusions => _inclusions;

    /// <summary>The bits of the first of a pair; of all players behind the last.</summary>
    public ReadOnlySpan<ulong> this[int pair] => pair == Count ? _all : Coalitions[2 * pair];

    /// <summary>Goes through all pairs of a size in lexicographic order and takes each with the probability that still fills the number.</summary>
    private void Pick(int size, RandomStream stream)
    {
        Span<ulong> coalition = new ulong[Coalitions.Words];
        int[] members = [.. Enumerable.Range(0, size)];
        int players = Plan.Players, left = (int)Plan.Count(size), wanted = Plan.Taken(size);
        for (long at = 0; wanted > 0; at++, left--)
        {
            // Of a pair of the middle size, the one with the first player comes first; the other is its complement.
            if (wanted == left || stream.Choose(at, left) < wanted)
            {
                Add(members, coalition);
                wanted--;
            }

            int last = size - 1;
            while (last >= 0 && members[last] == players - size + last)
                last--;
            if (last < 0)
                return;
            members[last]++;
            for (int i = last + 1; i < size; i++)
                members[i] = members[i - 1] + 1;
        }
    }

    /// <summary>Draws coalitions of a size until there are enough different pairs.</summary>
    private void Draw(int size, RandomStream stream)
    {
        Span<ulong> coalition = new ulong[Coalitions.Words], bits = new ulong[RandomStream.WholeBlocks(size)];
        int[] players = [.. Enumerable.Range(0, Plan.Players)];
        int end = Coalitions.Count + (2 * Plan.Taken(size));
        for (int draw = 0; Coalitions.Count < end; draw++)
        {
            stream.For(draw).FillBits(bits);
            for (int i = 0; i < size; i++)
            {
                int other = i + RandomStream.ToChoice(bits[i], players.Length - i);
                (players[i], players[other]) = (players[other], players[i]);
            }

            Add(players.AsSpan(0, size), coalition);
        }
    }

    private void Add(ReadOnlySpan<int> members, Span<ulong> coalition)
    {
        coalition.Clear();
        foreach (int player in members)
            CoalitionSet.Include(coalition, player);
        _ = Coalitions.FindOrAdd(coalition);
        Coalitions.Complement(coalition);
        _ = Coalitions.FindOrAdd(coalition);
    }
}
