using TypedExplain.Models.Forests.Trees;

namespace TypedExplain.Tests.Models.Forests;

/// <summary>Trees of given shapes that no data grew, with thresholds that rows hit exactly.</summary>
internal static class GrownTree
{
    /// <summary>What thresholds are taken from, and rows too.</summary>
    public static readonly double[] Numbers = [double.NegativeInfinity, -1e300, -2.5, -double.Epsilon, -0.0, 0.0, double.Epsilon, 1, Math.BitIncrement(1.0), 3, 1e300, double.PositiveInfinity, double.NaN];

    /// <summary>A tree whose questions are about random columns.</summary>
    /// <param name="splits">How many questions.</param>
    /// <param name="columns">Columns that it may ask about.</param>
    /// <param name="outputs">Numbers per node.</param>
    /// <param name="random">Where it comes from.</param>
    /// <param name="deepest">Chance that the node made last is divided, and not any leaf.</param>
    /// <param name="threshold">The threshold of a question; null for one of <see cref="Numbers"/> or a normal-like number.</param>
    public static DecisionTree Of(int splits, int columns, int outputs, Random random, double deepest = 0.3, Func<int, double>? threshold = null)
    {
        List<TreeStep> steps = [TreeStep.Leaf(0)];
        List<int> leaves = [0];
        for (int split = 0; split < splits; split++)
        {
            int at = random.NextDouble() < deepest ? leaves.Count - 1 : random.Next(leaves.Count);
            int node = leaves[at], left = steps.Count;
            steps[node] = new(threshold?.Invoke(split) ?? Number(random), random.Next(columns), left);
            steps.Add(TreeStep.Leaf(left));
            steps.Add(TreeStep.Leaf(left + 1));
            leaves[at] = left;
            leaves.Add(left + 1);
        }

        double[] values = [.. Enumerable.Range(0, steps.Count * outputs).Select(_ => random.NextDouble() - 0.3)];
        int[] ones = [.. Enumerable.Repeat(1, steps.Count)];
        return new([.. steps], new double[steps.Count], ones, ones, values);
    }

    /// <summary>Rows that are often equal to thresholds.</summary>
    public static double[] Rows(int rows, int columns, Random random) => [.. Enumerable.Range(0, rows * columns).Select(_ => Number(random))];

    private static double Number(Random random) => random.Next(3) == 0
        ? Numbers[random.Next(Numbers.Length)]
        : Math.Round((4 * random.NextDouble()) - 2, random.Next(4));
}
