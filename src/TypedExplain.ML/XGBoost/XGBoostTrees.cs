using TypedExplain.ML.Trees;
using TypedExplain.Models.Forests.Trees;

namespace TypedExplain.ML.XGBoost;

/// <summary>Reads a tree of a model of XGBoost.</summary>
internal sealed class XGBoostTrees
{
    // Categories are numbers of single precision.
    private const int MostCategories = 1 << 24;

    private readonly string _name;
    private readonly int[] _left;
    private readonly int[] _right;
    private readonly int[] _columns;
    private readonly int[] _isMissingLeft;
    private readonly int[] _isSet;
    private readonly float[] _conditions;
    private readonly float[] _covers;
    private readonly Dictionary<int, CategorySet> _sets;

    private XGBoostTrees(XGBoostPart tree, string name)
    {
        _name = name;
        (_left, _right) = (tree["left_children"].Wholes(), tree["right_children"].Wholes());
        (_columns, _isMissingLeft) = (tree["split_indices"].Wholes(), tree["default_left"].Wholes());
        (_conditions, _covers) = (tree["split_conditions"].Numbers(), tree["sum_hessian"].Numbers());
        _isSet = tree.Find("split_type")?.Wholes() ?? new int[_left.Length];
        int nodes = _left.Length;
        if (nodes == 0 || new[] { _right.Length, _columns.Length, _isMissingLeft.Length, _conditions.Length, _covers.Length, _isSet.Length }.Any(length => length != nodes))
            throw tree.Bad($"has lists of different lengths for its {nodes} nodes");
        _sets = Sets(tree);
    }

    /// <summary>Reads a tree.</summary>
    /// <param name="tree">Where it is in the file.</param>
    /// <param name="position">Its position among the trees.</param>
    /// <param name="output">Which output it adds to.</param>
    /// <param name="columns">How many columns a row has.</param>
    /// <param name="weight">What its answers are multiplied by.</param>
    public static FileTree Read(XGBoostPart tree, int position, int output, int columns, double weight) =>
        new XGBoostTrees(tree, $"Tree {position}").Tree(output, columns, weight);

    // Nodes that training pruned stay in the lists, and no way leads to them.
    private FileTree Tree(int output, int columns, double weight)
    {
        int[] numbers = new int[_left.Length];
        List<int> questions = [], leaves = [], order = [0];
        bool[] isMet = new bool[_left.Length];
        for (int i = 0; i < order.Count; i++)
        {
            int node = order[i];
            if (node < 0 || node >= isMet.Length)
                throw new InvalidModelException($"{_name} of the model goes on to node {node}, and it has {isMet.Length}; the model is damaged.");
            if (isMet[node])
                throw new InvalidModelException($"{_name} of the model comes to node {node} by two ways, or in a circle; the model is damaged.");
            isMet[node] = true;
            if (float.IsNaN(_conditions[node]) && (_left[node] == -1 || !IsSet(node)))
                throw new InvalidModelException($"{_name} of the model has at node {node} a condition or an answer that is no number; the model is damaged.");
            if (_left[node] == -1)
            {
                leaves.Add(node);
                numbers[node] = -leaves.Count;
                continue;
            }

            if (_columns[node] < 0 || _columns[node] >= columns)
                throw new InvalidModelException($"{_name} of the model asks about column {_columns[node]}, and its rows have {columns}; the model is damaged.");
            numbers[node] = questions.Count;
            questions.Add(node);
            order.Add(_left[node]);
            order.Add(_right[node]);
        }

        // A category of the set goes right, a number below the condition left.
        return new()
        {
            Name = _name,
            Output = output,
            Questions = [.. questions.Select(Question)],
            True = [.. questions.Select(node => numbers[IsSet(node) ? _right[node] : _left[node]])],
            False = [.. questions.Select(node => numbers[IsSet(node) ? _left[node] : _right[node]])],
            Leaves = [.. leaves.Select(node => _conditions[node] * weight)],
            QuestionCovers = [.. questions.Select(node => (double)_covers[node])],
            LeafCovers = [.. leaves.Select(node => (double)_covers[node])],
        };
    }

    private bool IsSet(int node) => _isSet[node] != 0;

    private FileQuestion Question(int node)
    {
        bool isMissingLeft = _isMissingLeft[node] != 0;
        if (IsSet(node))
        {
            return _sets.TryGetValue(node, out CategorySet? set)
                ? new(_columns[node], 0) { Set = set, Missing = MissingWay.Missing, IsMissingTrue = !isMissingLeft }
                : throw new InvalidModelException($"{_name} of the model asks at node {node} about categories that it does not hold; the model is damaged.");
        }

        return new(_columns[node], Thresholds.Of(_conditions[node], isStrict: true, rounds: true)) { Missing = MissingWay.Missing, IsMissingTrue = isMissingLeft };
    }

    private static Dictionary<int, CategorySet> Sets(XGBoostPart tree)
    {
        if (tree.Find("categories_nodes") is not { } listed)
            return [];
        int[] nodes = listed.Wholes(), starts = tree["categories_segments"].Wholes(), sizes = tree["categories_sizes"].Wholes(), all = tree["categories"].Wholes();
        if (starts.Length != nodes.Length || sizes.Length != nodes.Length || sizes.Sum(size => (long)Math.Max(0, size)) > all.Length)
            throw tree.Bad($"has {nodes.Length} sets of categories with {starts.Length} beginnings and {sizes.Length} sizes");
        Dictionary<int, CategorySet> sets = [];
        for (int i = 0; i < nodes.Length; i++)
        {
            if (starts[i] < 0 || sizes[i] < 0 || starts[i] > all.Length - sizes[i])
                throw tree.Bad($"has a set of {sizes[i]} categories from place {starts[i]} of {all.Length}");
            int[] own = all[starts[i]..(starts[i] + sizes[i])];
            if (Array.Exists(own, category => category is < 0 or >= MostCategories) || !sets.TryAdd(nodes[i], CategorySet.Of(own)))
                throw tree.Bad($"has a category outside 0 to {MostCategories - 1}, or two sets for node {nodes[i]}");
        }

        return sets;
    }
}
