namespace TypedExplain.Explanations.Trust;

/// <summary>From a record at which the explanation fails to the nearest one: nearer on the straight line, then to where it fails more at the same distance, and again.</summary>
/// <param name="search">The options.</param>
/// <param name="space">The numbers that vary.</param>
/// <param name="fidelities">What asks the model, and knows the nearest failure.</param>
/// <param name="stream">Random numbers.</param>
internal sealed class Approach<T>(TrustRegionSearch search, NumberSpace<T> space, Fidelities<T> fidelities, RandomStream stream)
    where T : IFeatureRecord<T>
{
    /// <summary>The most batches of one approach.</summary>
    public const int MostBatches = Rounds * ((2 * Divisions) + 2);

    private const int Rounds = 12;

    // Records on a line at a time, and how often the part that holds the nearest failure is divided again: to a 500th of the line.
    private const int OnLine = 7, Divisions = 3;

    /// <summary>What the model is to be asked about, batch after batch.</summary>
    public IEnumerable<RowBatch<T>> Steps()
    {
        for (int round = 0; round < Rounds; round++)
        {
            Place start = fidelities.Nearest!;
            foreach (RowBatch<T> batch in Line(start))
                yield return batch;
            if (search.Strategy == TrustStrategy.Uniform)
                yield break;
            Place nearest = fidelities.Nearest!;
            Moves<T> moves = new(nearest.Radius, space, fidelities, stream.For(round));
            foreach (RowBatch<T> batch in moves.Improve([nearest], withCenter: true))
                yield return batch;
            if (moves.IsCut || moves.Improved[0] == nearest)
                yield break;
            foreach (RowBatch<T> batch in Line(moves.Improved[0]))
                yield return batch;
            if (fidelities.Nearest!.Radius > nearest.Radius * (1 - (search.Tolerance / 8)))
                yield break;
        }
    }

    /// <summary>Looks for the nearest failure between the instance and a record that fails.</summary>
    private IEnumerable<RowBatch<T>> Line(Place end)
    {
        double good = 0, bad = 1;
        for (int division = 0; division < Divisions && fidelities.Fits(OnLine); division++)
        {
            double from = good, step = (bad - good) / (OnLine + 1);
            double[] distances = new double[OnLine * space.Dimensions];
            for (int row = 0; row < OnLine; row++)
            {
                for (int number = 0; number < space.Dimensions; number++)
                    distances[(row * space.Dimensions) + number] = space.Snapped(number, end.Distances[number] * (from + ((row + 1) * step)), end.Radius);
            }

            yield return fidelities.Ask(distances);
            Place[] places = fidelities.Take();
            int failing = Array.FindIndex(places, place => place.Fidelity < search.MinimumFidelity);
            (good, bad) = failing < 0 ? (from + (OnLine * step), bad) : (from + (failing * step), from + ((failing + 1) * step));
        }
    }
}
