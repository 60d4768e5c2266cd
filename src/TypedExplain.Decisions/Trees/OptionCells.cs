using System.Runtime.InteropServices;
using TypedExplain.Decisions.Actions;
using TypedExplain.Decisions.Search;

namespace TypedExplain.Decisions.Trees;

/// <summary>
/// The cells that the thresholds of a forest cut the values of a feature into: of the options in one cell, which every tree treats
/// alike, only the cheapest is tried. Where a feature takes part in a rule between features, or changes a column together with
/// others, its value counts itself.
/// </summary>
internal static class OptionCells
{
    public static SearchMover[] Of<T>(ActionSpace<T> space, Forest<T> forest, ColumnMovers<T> columns)
        where T : IFeatureRecord<T>
    {
        double[]?[] thresholds = Thresholds(forest, columns, out bool[] isAsked);
        HashSet<int> exact = [.. new Influence<T>(space).Rules().SelectMany(movers => movers)];
        List<int>[] own = [.. space.Movers.Select(_ => new List<int>())];
        for (int column = 0; column < space.Schema.Columns; column++)
        {
            if (columns.Only(column) is >= 0 and int only && thresholds[column] is not null)
                own[only].Add(column);
            if (isAsked[column])
                exact.UnionWith((columns.Several(column) ?? []).Select(part => part.Mover));
        }

        int[] choice = new int[space.Movers.Length];
        double[] row = new double[space.Schema.Columns];
        List<SearchMover> movers = [];
        for (int mover = 0; mover < space.Movers.Length; mover++)
        {
            Option[] options = space.Movers[mover].Options;
            IEnumerable<int> tried = Enumerable.Range(0, options.Length);
            if (!exact.Contains(mover))
                tried = [.. tried.DistinctBy(option => Cell(mover, option), CellComparer.Instance)];
            movers.Add(new(mover, [.. tried], [.. tried.Select(option => options[option].Cost)]));
        }

        return SearchMover.Sorted(movers);

        int[] Cell(int mover, int option)
        {
            choice[mover] = option;
            _ = space.TryApply(choice, row);
            choice[mover] = 0;
            return [.. own[mover].Select(column => Below(thresholds[column]!, row[column]))];
        }
    }

    /// <summary>How many thresholds a value lies above.</summary>
    private static int Below(double[] sorted, double value)
    {
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (value > sorted[middle])
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private static double[]?[] Thresholds<T>(Forest<T> forest, ColumnMovers<T> columns, out bool[] isAsked)
        where T : IFeatureRecord<T>
    {
        List<double>?[] found = new List<double>?[T.Schema.Columns];
        isAsked = new bool[found.Length];
        foreach (DecisionTree tree in forest.Trees)
        {
            for (int node = 0; node < tree.NodeCount; node++)
            {
                var step = tree.Steps[node];
                if (step.IsLeaf(node))
                    continue;
                isAsked[step.Column] = true;
                if (columns.Only(step.Column) >= 0)
                    (found[step.Column] ??= []).Add(step.Threshold);
            }
        }

        return [.. found.Select(list => list?.Distinct().Order().ToArray())];
    }

    private sealed class CellComparer : IEqualityComparer<int[]>
    {
        public static readonly CellComparer Instance = new();

        public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(int[] cell)
        {
            HashCode hash = default;
            hash.AddBytes(MemoryMarshal.AsBytes(cell.AsSpan()));
            return hash.ToHashCode();
        }
    }
}
