using System.Collections.Immutable;
using TypedExplain.Onnx.Trees.Tracing;

namespace TypedExplain.Onnx.Trees;

/// <summary>What the leaves of a node of trees add to sums.</summary>
internal sealed class LeafAnswers
{
    private readonly TreeNodes _nodes;
    private readonly ILookup<(long Tree, long Node), int> _answers;
    private readonly ILookup<int, (int Output, double Factor)> _uses;

    public LeafAnswers(TreeNodes nodes, ImmutableArray<TreeSum> sums)
    {
        _nodes = nodes;
        _answers = Enumerable.Range(0, nodes.LeafWeights.Count).ToLookup(i => (nodes.LeafTrees[i], nodes.LeafNodes[i]));
        _uses = sums
            .SelectMany((sum, output) => sum.Terms.Where(term => term.Trees == nodes).Select(term => (term.Target, Output: output, term.Factor)))
            .ToLookup(use => use.Target, use => (use.Output, use.Factor));
    }

    /// <summary>Adds the answers of a leaf so that the mean over all trees of a forest is what the model adds up.</summary>
    /// <param name="node">The leaf.</param>
    /// <param name="all">How many trees the forest has.</param>
    /// <param name="own">How many of them are of this node.</param>
    /// <param name="values">One number per sum.</param>
    public void Add(int node, int all, int own, Span<double> values)
    {
        foreach (int answer in _answers[(_nodes.Trees[node], _nodes.Ids[node])])
        {
            double share = _nodes.LeafWeights[answer] * (_nodes.IsMean ? (double)all / own : all);
            foreach ((int output, double factor) in _uses[_nodes.IsBinary ? 0 : (int)_nodes.LeafTargets[answer]])
                values[output] += share * factor;
        }
    }
}
