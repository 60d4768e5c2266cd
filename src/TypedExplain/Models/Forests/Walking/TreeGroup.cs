using System.Collections.Immutable;
using System.Runtime.Intrinsics;
using TypedExplain.Numerics;

namespace TypedExplain.Models.Forests.Walking;

/// <summary>Trees that follow each other in an ensemble, and how they are walked.</summary>
/// <param name="First">The first one's position.</param>
/// <param name="Count">How many they are.</param>
/// <param name="Coded">Their layout; null where they are walked one by one.</param>
internal sealed record TreeGroup(int First, int Count, CodedTrees? Coded)
{
    /// <summary>Divides trees into as few groups as codes allow.</summary>
    /// <param name="trees">The trees.</param>
    /// <param name="columns">Numbers in a row.</param>
    public static TreeGroup[] Divide(ImmutableArray<DecisionTree> trees, int columns)
    {
        List<TreeGroup> groups = [];
        CutSets sets = new();
        int first = 0;
        for (int tree = 0; tree < trees.Length; tree++)
        {
            if (sets.TryAdd(trees[tree]))
                continue;
            Close(tree);
            if (sets.TryAdd(trees[tree]))
                continue;
            groups.Add(new(tree, 1, null));
            first = tree + 1;
        }

        Close(trees.Length);
        return [.. groups];

        void Close(int end)
        {
            ReadOnlySpan<DecisionTree> own = trees.AsSpan(first, end - first);
            ColumnCuts[] cuts = sets.Cuts();
            if (!own.IsEmpty)
                groups.Add(new(first, own.Length, Vector128.IsHardwareAccelerated && Pays(own, cuts) ? new(own, cuts, columns) : null));
            sets.Clear();
            first = end;
        }
    }

    // A halving of the search for a code costs about as much as a level of a tree that is walked without codes.
    private static bool Pays(ReadOnlySpan<DecisionTree> trees, ReadOnlySpan<ColumnCuts> cuts)
    {
        double levels = 0, halvings = 0;
        foreach (DecisionTree tree in trees)
            levels += VectorMath.Log((tree.NodeCount + 1) / 2) / VectorMath.Log(2);
        foreach (ColumnCuts column in cuts)
            halvings += 1 + column.Halvings;
        return halvings <= levels;
    }
}
