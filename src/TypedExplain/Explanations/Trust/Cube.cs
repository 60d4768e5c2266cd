namespace TypedExplain.Explanations.Trust;

/// <summary>
/// A cube around the instance in which a record is looked for at which the explanation fails: by uniform samples, and, directed, by corners and by
/// improving the worst of both number by number. The uniform samples tell the bound.
/// </summary>
/// <param name="halfWidth">Its half width.</param>
/// <param name="search">The options.</param>
/// <param name="space">The numbers that vary.</param>
/// <param name="fidelities">What asks the model.</param>
/// <param name="stream">Random numbers of this cube only.</param>
internal sealed class Cube<T>(double halfWidth, TrustRegionSearch search, NumberSpace<T> space, Fidelities<T> fidelities, RandomStream stream)
    where T : IFeatureRecord<T>
{
    /// <summary>The most batches of one cube.</summary>
    public const int MostBatches = 8;

    // A quarter of the samples is asked first, since most cubes that fail show it at once.
    private const int FirstShare = 4;

    // So many of the worst places are improved, half as many in the next round, and so on.
    private const int Prototypes = 4;

    private readonly Moves<T> _moves = new(halfWidth, space, fidelities, stream.For(-2));
    private readonly List<Place> _places = [];
    private readonly List<Place> _uniform = [];

    /// <summary>Its half width.</summary>
    public double HalfWidth => halfWidth;

    /// <summary>Whether the budget ended the look before its end.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Whether a record in it fails.</summary>
    public bool Fails => fidelities.HasFailed(halfWidth);

    /// <summary>How many uniform samples it has.</summary>
    public int Samples => _uniform.Count;

    /// <summary>What the model is to be asked about, batch after batch, until a record fails or all is done.</summary>
    public IEnumerable<RowBatch<T>> Probe()
    {
        if (space.Varying(halfWidth) == 0)
            yield break;
        bool isDirected = search.Strategy == TrustStrategy.Directed;
        int first = Math.Max(1, search.Samples / FirstShare);
        double[] corners = isDirected ? Corners(first) : [];
        foreach (double[] distances in (double[][])[[.. Uniform(0, first), .. corners], Uniform(first, search.Samples - first)])
        {
            int rows = distances.Length / space.Dimensions;
            if (rows == 0)
                continue;
            if (!fidelities.Fits(rows))
            {
                IsCut = true;
                yield break;
            }

            yield return fidelities.Ask(distances);
            Place[] places = fidelities.Take();
            _uniform.AddRange(places.Take(_uniform.Count == 0 ? first : places.Length));
            _places.AddRange(places);
            if (Fails)
                yield break;
        }

        if (!isDirected)
            yield break;
        Place[] worst = [.. _places.OrderBy(place => place.Fidelity).Take(Prototypes)];
        bool isFlat = _places.TrueForAll(place => place.Fidelity == worst[0].Fidelity);
        while (!isFlat)
        {
            foreach (RowBatch<T> batch in _moves.Improve(worst, withCenter: false))
            {
                yield return batch;
            }

            if (_moves.IsCut || fidelities.Exhausted is not null || Fails)
            {
                IsCut = !Fails;
                yield break;
            }

            if (worst.Length == 1)
                yield break;
            worst = [.. _moves.Improved.OrderBy(place => place.Fidelity).Take(worst.Length / 2)];
        }
    }

    /// <summary>What the fidelity is at least in the cube; null where the samples are too few to tell.</summary>
    /// <param name="least">The least that was found.</param>
    public double? Bound(double least)
    {
        int dimensions = space.Varying(halfWidth);
        return dimensions == 0 ? least : LeastValue.Bound(_uniform, dimensions, search.Confidence) is { } bound ? Math.Min(bound, least) : null;
    }

    private double[] Uniform(int from, int count)
    {
        double[] distances = new double[count * space.Dimensions];
        for (int number = 0; number < space.Dimensions; number++)
        {
            RandomStream own = stream.For(number);
            double low = space.Low(number, halfWidth), high = space.High(number, halfWidth);
            for (int row = 0; row < count; row++)
                distances[(row * space.Dimensions) + number] = space.Snapped(number, Math.FusedMultiplyAdd(own.Uniform(from + row), high - low, low), halfWidth);
        }

        return distances;
    }

    /// <summary>All corners, or so many drawn ones, each with the one opposite.</summary>
    private double[] Corners(int most)
    {
        bool isAll = space.Dimensions < 31 && 1L << space.Dimensions <= most;
        int count = isAll ? 1 << space.Dimensions : most;
        double[] distances = new double[count * space.Dimensions];
        for (int number = 0; number < space.Dimensions; number++)
        {
            RandomStream own = stream.For(-1).For(number);
            double low = space.Low(number, halfWidth), high = space.High(number, halfWidth);
            for (int row = 0; row < count; row++)
            {
                bool isHigh = isAll ? ((row >> number) & 1) == 1 : (own.Bits(row / 2) & 1) == (ulong)(row % 2);
                distances[(row * space.Dimensions) + number] = isHigh ? high : low;
            }
        }

        return distances;
    }
}
