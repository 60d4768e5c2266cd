using System.Numerics;

namespace TypedExplain.Decisions.Actions;

/// <summary>How many rows actions can lead to.</summary>
/// <param name="Size">How many, the instance itself included; at most so many where it is not exact.</param>
/// <param name="IsExact">Whether it is the number and not only a bound.</param>
internal readonly record struct ReachableCount(BigInteger Size, bool IsExact)
{
    // Choices that are gone through to count those that break no rule between features.
    private const int MostChoices = 1_000_000;

    public static ReachableCount Of<T>(ActionSpace<T> space)
        where T : IFeatureRecord<T>
    {
        int[] group = Groups(space);
        BigInteger size = BigInteger.One;
        bool isExact = true;
        foreach (IGrouping<int, int> movers in Enumerable.Range(0, group.Length).GroupBy(mover => group[mover]))
        {
            BigInteger product = movers.Aggregate(BigInteger.One, (all, mover) => all * space.Movers[mover].Options.Length);
            bool isCounted = movers.Key >= 0 && product <= MostChoices;
            isExact &= movers.Key < 0 || isCounted;
            size *= isCounted ? Counted(space, [.. movers]) : product;
        }

        return new(size, isExact);
    }

    /// <summary>For each mover the group of those that it shares a rule with; −1 where no rule concerns it.</summary>
    private static int[] Groups<T>(ActionSpace<T> space)
        where T : IFeatureRecord<T>
    {
        int[] group = new int[space.Movers.Length];
        Array.Fill(group, -1);
        Influence<T> influence = new(space);
        foreach (int[] together in influence.Rules())
        {
            int name = together.Length == 0 ? -1 : together.Min();
            foreach (int old in together.Select(mover => group[mover]).Where(old => old >= 0).Distinct().ToArray())
            {
                for (int i = 0; i < group.Length; i++)
                    group[i] = group[i] == old ? name : group[i];
            }

            foreach (int mover in together)
                group[mover] = name;
        }

        return group;
    }

    private static int Counted<T>(ActionSpace<T> space, int[] movers)
        where T : IFeatureRecord<T>
    {
        int[] choice = new int[space.Movers.Length];
        double[] row = new double[space.Schema.Columns];
        int count = 0;
        do
            count += space.TryApply(choice, row) ? 1 : 0;
        while (Next());
        return count;

        bool Next()
        {
            foreach (int mover in movers)
            {
                if (++choice[mover] < space.Movers[mover].Options.Length)
                    return true;
                choice[mover] = 0;
            }

            return false;
        }
    }
}
