namespace TypedExplain.Explanations.Trust;

/// <summary>Makes places worse: each number goes to either end of a cube, or back to the instance's own, and what helps is put together.</summary>
/// <param name="halfWidth">The half width of the cube.</param>
/// <param name="space">The numbers that vary.</param>
/// <param name="fidelities">What asks the model.</param>
/// <param name="stream">Which numbers are moved where they are too many.</param>
internal sealed class Moves<T>(double halfWidth, NumberSpace<T> space, Fidelities<T> fidelities, RandomStream stream)
    where T : IFeatureRecord<T>
{
    private const int MostNumbers = 64;

    private int _turn;

    /// <summary>The places, each at least as bad as it was.</summary>
    public Place[] Improved { get; private set; } = [];

    /// <summary>Whether the budget ended the moves.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Two batches: the moves one by one, then those that help together.</summary>
    /// <param name="places">The places.</param>
    /// <param name="withCenter">Whether a number may go back to the instance's own, which comes first where it is no better than the ends.</param>
    public IEnumerable<RowBatch<T>> Improve(Place[] places, bool withCenter)
    {
        Improved = [.. places];
        int[] numbers = Numbers();
        List<(int Place, int Number, double To)> moves = [];
        for (int place = 0; place < places.Length; place++)
        {
            foreach (int number in numbers)
            {
                foreach (double to in (ReadOnlySpan<double>)[withCenter ? 0 : double.NaN, space.Low(number, halfWidth), space.High(number, halfWidth)])
                {
                    if (!double.IsNaN(to) && to != places[place].Distances[number])
                        moves.Add((place, number, to));
                }
            }
        }

        if (moves.Count == 0)
            yield break;
        if (!fidelities.Fits(moves.Count))
        {
            IsCut = true;
            yield break;
        }

        yield return fidelities.Ask([.. moves.SelectMany(move => Moved(places[move.Place], [(move.Number, move.To)]))]);
        Place[] found = fidelities.Take();
        if (found.Length == 0)
        {
            IsCut = true;
            yield break;
        }

        List<double> together = [];
        List<int> of = [];
        for (int place = 0; place < places.Length; place++)
        {
            List<(int Number, double To)> helpful = [];
            foreach (int number in numbers)
            {
                int best = -1;
                double fidelity = places[place].Fidelity;
                for (int move = 0; move < moves.Count; move++)
                {
                    if (moves[move].Place != place || moves[move].Number != number)
                        continue;
                    if (found[move].Fidelity < fidelity || (moves[move].To == 0 && found[move].Fidelity == fidelity))
                        (best, fidelity) = (move, found[move].Fidelity);
                }

                if (best < 0)
                    continue;
                helpful.Add((number, moves[best].To));
                Improved[place] = found[best].Fidelity < Improved[place].Fidelity ? found[best] : Improved[place];
            }

            if (helpful.Count < 2)
                continue;
            together.AddRange(Moved(places[place], helpful));
            of.Add(place);
        }

        if (of.Count == 0)
            yield break;
        if (!fidelities.Fits(of.Count))
        {
            IsCut = true;
            yield break;
        }

        yield return fidelities.Ask([.. together]);
        Place[] all = fidelities.Take();
        for (int i = 0; i < all.Length; i++)
            Improved[of[i]] = all[i].Fidelity <= Improved[of[i]].Fidelity ? all[i] : Improved[of[i]];
    }

    private static double[] Moved(Place place, List<(int Number, double To)> moves)
    {
        double[] distances = [.. place.Distances];
        foreach ((int number, double to) in moves)
            distances[number] = to;
        return distances;
    }

    private int[] Numbers()
    {
        int turn = _turn++;
        int[] all = [.. Enumerable.Range(0, space.Dimensions)];
        return all.Length <= MostNumbers ? all : [.. all.OrderBy(number => stream.For(turn).Bits(number)).Take(MostNumbers).Order()];
    }
}
