using TypedExplain.ML.Trees;

namespace TypedExplain.ML.LightGbm;

/// <summary>Reads a tree of a model of LightGBM.</summary>
internal static class LightGbmTrees
{
    // What LightGBM takes for 0: its constant of single precision.
    private const double Zero = 1e-35f;

    private const int IsCategorical = 1, IsDefaultLeft = 2, MissingShift = 2, MissingMask = 3;

    /// <summary>Reads the lines of a tree.</summary>
    /// <param name="section">The lines.</param>
    /// <param name="position">Its position among the trees.</param>
    /// <param name="outputs">How many trees each round of training has.</param>
    /// <param name="columns">How many columns a row has.</param>
    public static FileTree Read(Dictionary<string, string> section, int position, int outputs, int columns)
    {
        string name = $"Tree {position}";
        LightGbmNumbers numbers = new(section, name);
        if (numbers.Whole("is_linear", 0) != 0)
            throw new InvalidModelException($"{name} of the model has linear functions in its leaves (is_linear=1), so its answers are not those of leaves, and TreeSHAP is not defined for it. Train with linear_tree=false, or explain the model through a function with KernelShap.");
        int leaves = numbers.Whole("num_leaves");
        if (leaves < 1)
            throw new InvalidModelException($"{name} of the model has num_leaves={leaves}; a tree has at least one leaf, and the model is damaged.");
        int questions = leaves - 1;
        double[] values = numbers.Numbers("leaf_value", leaves);
        if (questions == 0)
            return new() { Name = name, Output = position % outputs, Questions = [], True = [], False = [], Leaves = values, QuestionCovers = [], LeafCovers = [1] };
        int[] columnOf = numbers.Wholes("split_feature", questions), kinds = numbers.Wholes("decision_type", questions);
        if (Array.FindIndex(columnOf, column => column < 0 || column >= columns) is >= 0 and int outside)
            throw new InvalidModelException($"{name} of the model asks about column {columnOf[outside]}, and its rows have {columns}; the model is damaged.");
        double[] thresholds = numbers.Thresholds("threshold", questions);
        CategorySet[] sets = Sets(numbers, name);
        return new()
        {
            Name = name,
            Output = position % outputs,
            Questions = [.. Enumerable.Range(0, questions).Select(i => Question(name, columnOf[i], kinds[i], thresholds[i], sets))],
            True = numbers.Wholes("left_child", questions),
            False = numbers.Wholes("right_child", questions),
            Leaves = values,
            QuestionCovers = numbers.Numbers("internal_count", questions),
            LeafCovers = numbers.Numbers("leaf_count", leaves),
        };
    }

    private static CategorySet[] Sets(LightGbmNumbers numbers, string name)
    {
        int count = numbers.Whole("num_cat", 0);
        if (count == 0)
            return [];
        if (count < 0 || !numbers.Has("cat_boundaries"))
            throw new InvalidModelException($"{name} of the model has num_cat={count} without sets of categories; the model is damaged.");
        int[] ends = numbers.Wholes("cat_boundaries", count + 1);
        if (ends[0] != 0 || Enumerable.Range(0, count).Any(i => ends[i] > ends[i + 1]))
            throw new InvalidModelException($"{name} of the model has cat_boundaries that do not rise from 0; the model is damaged.");
        uint[] bits = numbers.Bits("cat_threshold", ends[^1]);
        return [.. Enumerable.Range(0, count).Select(i => CategorySet.OfBits(bits.AsSpan(ends[i]..ends[i + 1])))];
    }

    private static FileQuestion Question(string name, int column, int kind, double threshold, CategorySet[] sets)
    {
        if ((kind & IsCategorical) != 0)
        {
            return threshold >= 0 && threshold < sets.Length && Math.Floor(threshold) == threshold
                ? new(column, 0) { Set = sets[(int)threshold] }
                : throw new InvalidModelException($"{name} of the model asks about set {threshold} of its categories, and it has {sets.Length}, from 0; the model is damaged.");
        }

        int missing = (kind >> MissingShift) & MissingMask;
        if (missing > (int)MissingWay.Missing || kind < 0 || kind > byte.MaxValue)
            throw new InvalidModelException($"{name} of the model has decision_type {kind}, which LightGBM 2 to 4 does not write. Save the model with one of these.");

        // Numbers that count as 0 stand on one side of every threshold.
        double cut = Math.Abs(threshold) > Zero ? threshold : threshold >= 0 ? Zero : Math.BitDecrement(-Zero);
        return new(column, cut) { Missing = (MissingWay)missing, IsMissingTrue = (kind & IsDefaultLeft) != 0 };
    }
}
