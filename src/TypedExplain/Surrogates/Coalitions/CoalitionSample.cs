namespace TypedExplain.Surrogates.Coalitions;

/// <summary>The coalitions of a plan, with weights that sum to 1: complete sizes first, then the pairs drawn.</summary>
internal sealed class CoalitionSample
{
    // Draws that find nothing new end at so many per coalition still to find.
    private const int DrawsPerCoalition = 4;

    /// <summary>Takes the coalitions of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="stream">Random numbers.</param>
    public CoalitionSample(CoalitionPlan plan, RandomStream stream)
    {
        Plan = plan;
        Coalitions = new(plan.Players);
        for (int size = 1; size <= plan.CompleteSizes; size++)
            Enumerate(size);
        Complete = Coalitions.Count;
        Draw(stream);
    }

    /// <summary>The plan.</summary>
    public CoalitionPlan Plan { get; }

    /// <summary>The coalitions; from <see cref="Complete"/> on, each is followed by its complement.</summary>
    public CoalitionSet Coalitions { get; }

    /// <summary>How many coalitions are of sizes that were taken completely.</summary>
    public int Complete { get; }

    /// <summary>How many pairs were drawn, those drawn again included.</summary>
    public int Draws { get; private set; }

    /// <summary>The players' combinations of a size in lexicographic order, each with its complement if that has another size.</summary>
    private void Enumerate(int size)
    {
        double weight = Plan.WeightEach(size);
        Span<ulong> coalition = new ulong[Coalitions.Words];
        int[] members = [.. Enumerable.Range(0, size)];
        while (true)
        {
            Write(members, coalition);
            Add(coalition, weight);
            if (Plan.IsPaired(size))
            {
                Coalitions.Complement(coalition);
                Add(coalition, weight);
            }

            int last = size - 1;
            while (last >= 0 && members[last] == Plan.Players - size + last)
                last--;
            if (last < 0)
                return;
            members[last]++;
            for (int i = last + 1; i < size; i++)
                members[i] = members[i - 1] + 1;
        }
    }

    /// <summary>
    /// Draws a size by its share of the weight that is left, then its members, and adds the coalition and its
    /// complement. Each pair of a size is as likely, so a coalition's count estimates its kernel weight; that holds for
    /// the middle size, whose complements have the same size, too.
    /// </summary>
    private void Draw(RandomStream stream)
    {
        int pairs = Plan.Left / 2, first = Coalitions.Count;
        Span<ulong> coalition = new ulong[Coalitions.Words];
        int[] players = [.. Enumerable.Range(0, Plan.Players)];

        // A number for the size and one for each member; the complement holds the other half of the players.
        const int block = RandomStream.BlockLength;
        Span<ulong> bits = new ulong[(((players.Length / 2) + 1 + block) / block) * block];
        for (int draw = 0; draw < DrawsPerCoalition * pairs && Coalitions.Count < first + (2 * pairs); draw++)
        {
            stream.For(draw).FillBits(bits);
            int size = Size(RandomStream.ToUniform(bits[0]));
            for (int i = 0; i < size; i++)
            {
                int other = i + RandomStream.ToChoice(bits[i + 1], players.Length - i);
                (players[i], players[other]) = (players[other], players[i]);
            }

            Write(players.AsSpan(0, size), coalition);
            Add(coalition, 1);
            Coalitions.Complement(coalition);
            Add(coalition, 1);
            Draws++;
        }

        foreach (ref double weight in Coalitions.Weights[first..])
            weight *= Plan.WeightLeft / (2 * Draws);
    }

    private void Add(ReadOnlySpan<ulong> coalition, double weight)
    {
        int at = Coalitions.FindOrAdd(coalition);
        Coalitions.Weights[at] += weight;
    }

    private int Size(double uniform)
    {
        int size = Plan.CompleteSizes + 1;
        double left = (uniform * Plan.WeightLeft) - Plan.SizeWeights[size - 1];
        while (left >= 0 && size < Plan.SizeWeights.Length)
            left -= Plan.SizeWeights[size++];
        return size;
    }

    private static void Write(ReadOnlySpan<int> members, Span<ulong> coalition)
    {
        coalition.Clear();
        foreach (int player in members)
            CoalitionSet.Include(coalition, player);
    }
}
