using System.Runtime.InteropServices;
using TypedExplain.Models.Forests.Trees;

namespace TypedExplain.Models.Forests.Growing;

/// <summary>The nodes of a tree that is being grown; used for one tree after the other.</summary>
/// <param name="outputs">Numbers that a node answers with.</param>
internal sealed class TreeBuilder(int outputs)
{
    private readonly List<TreeStep> _steps = [];
    private readonly List<double> _impurities = [];
    private readonly List<int> _rows = [];
    private readonly List<int> _draws = [];
    private readonly List<double> _values = [];

    /// <summary>Starts a tree: its root is node 0.</summary>
    public void Start() => SetCount(1);

    /// <summary>Makes a node a leaf with the answer of a criterion that has entered it.</summary>
    public void Describe(int node, int rows, Criterion criterion)
    {
        _steps[node] = TreeStep.Leaf(node);
        _impurities[node] = criterion.Impurity;
        _rows[node] = rows;
        _draws[node] = criterion.Draws;
        criterion.Answer(CollectionsMarshal.AsSpan(_values).Slice(node * outputs, outputs));
    }

    /// <summary>Gives a node two children, still to be described, and returns the left one; the right one follows it.</summary>
    public int Split(int node, int column, double threshold)
    {
        int left = _steps.Count;
        SetCount(left + 2);
        _steps[node] = new(threshold, column, left);
        return left;
    }

    /// <summary>The finished tree.</summary>
    public DecisionTree Build() => new([.. _steps], [.. _impurities], [.. _rows], [.. _draws], [.. _values]);

    private void SetCount(int nodes)
    {
        CollectionsMarshal.SetCount(_steps, nodes);
        CollectionsMarshal.SetCount(_impurities, nodes);
        CollectionsMarshal.SetCount(_rows, nodes);
        CollectionsMarshal.SetCount(_draws, nodes);
        CollectionsMarshal.SetCount(_values, nodes * outputs);
    }
}
