using System.Collections.Immutable;
using TypedExplain.Models.Forests.Trees;
using TypedExplain.Onnx.Files;
using TypedExplain.Onnx.Trees.Tracing;

namespace TypedExplain.Onnx.Trees;

/// <summary>Puts trees of a file into the core's form: numbered from the root, the right child after the left one.</summary>
/// <param name="sums">What each output is the sum of.</param>
/// <param name="columns">For every node of trees the columns that it asks about.</param>
/// <param name="width">How many columns an encoded row has.</param>
/// <param name="length">How many bytes the model has.</param>
internal sealed class TreeReader(ImmutableArray<TreeSum> sums, Func<TreeNodes, ImmutableArray<TreeColumn>> columns, int width, long length)
{
    private long _parts, _steps;

    /// <summary>The trees, whose mean is what the model adds up, with the constants.</summary>
    /// <param name="background">Rows that tell how many came to each node.</param>
    /// <param name="count">How many rows those are.</param>
    public DecisionTree[] Read(ReadOnlySpan<double> background, int count)
    {
        List<(TreeWalk Walk, int[] Roots, LeafAnswers Answers)> parts = [];
        foreach (TreeNodes nodes in sums.SelectMany(sum => sum.Terms).Select(term => term.Trees).Distinct())
        {
            TreeWalk walk = new(nodes, columns(nodes), length);
            parts.Add((walk, walk.Roots(), new LeafAnswers(nodes, sums)));
        }

        int trees = parts.Sum(part => part.Roots.Length);
        double[] constants = [.. sums.Select(sum => sum.Terms.Aggregate(sum.Constant, (constant, term) => constant + (term.Factor * term.Trees.BaseValue(term.Target))))];
        List<DecisionTree> read = [];
        foreach ((TreeWalk walk, int[] roots, LeafAnswers answers) in parts)
        {
            foreach (int root in roots)
                read.Add(Tree(walk, root, answers, constants, trees, roots.Length, background, count));
        }

        return [.. read];
    }

    private DecisionTree Tree(TreeWalk walk, int root, LeafAnswers answers, double[] constants, int trees, int own, ReadOnlySpan<double> background, int count)
    {
        // In the order of their numbers; a node's children are put at the end, side by side.
        List<(int Node, Interval? Known)> order = [(root, null)];
        List<TreeStep> steps = [];
        List<double> values = [];
        for (int i = 0; i < order.Count; i++)
        {
            (int node, Interval? known) = order[i];
            if ((_parts += 1 + constants.Length) > OnnxLimits.Parts(length))
                throw new InvalidModelException($"The trees of the model have more than {OnnxLimits.Parts(length)} nodes and answers of nodes once missing values, equalities and nodes with several parents are written out, too many for a file of {length} bytes; TreeSHAP does not read them. Use KernelShap.");
            (int Column, double Threshold)? question = walk.Next(ref node, known);
            values.AddRange(constants.Select(constant => question is null ? constant : 0));
            if (question is not { } asked)
            {
                steps.Add(TreeStep.Leaf(i));
                answers.Add(node, trees, own, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(values)[(i * constants.Length)..]);
                continue;
            }

            (double low, double high) = Interval.Of(known, asked.Column, ref _steps);
            steps.Add(new(asked.Threshold, asked.Column, order.Count));
            order.Add((node, new(asked.Column, low, asked.Threshold, known)));
            order.Add((node, new(asked.Column, asked.Threshold, high, known)));
        }

        int[] visits = Visits(steps, background, count);
        return new([.. steps], new double[steps.Count], visits, Draws(steps, visits), [.. values]);
    }

    private int[] Visits(List<TreeStep> steps, ReadOnlySpan<double> background, int count)
    {
        int[] visits = new int[steps.Count];
        for (int row = 0; row < count; row++)
        {
            ReadOnlySpan<double> own = background.Slice(row * width, width);
            int node = 0;
            visits[0]++;
            while (!steps[node].IsLeaf(node))
            {
                node = steps[node].Left + (own[steps[node].Column] > steps[node].Threshold ? 1 : 0);
                visits[node]++;
            }
        }

        return visits;
    }

    /// <summary>
    /// Visits as the shares of a node's children are taken of them: where no row came to a leaf it counts as a millionth of
    /// one, since shares must be above 0.
    /// </summary>
    private static int[] Draws(List<TreeStep> steps, int[] visits)
    {
        const int Fraction = 1_000_000;
        if (!visits.Contains(0))
            return visits;
        int perVisit = Math.Clamp(int.MaxValue / 2 / visits[0], 1, Fraction);
        int[] draws = new int[visits.Length];
        for (int node = draws.Length - 1; node >= 0; node--)
        {
            int left = steps[node].Left;
            draws[node] = steps[node].IsLeaf(node) ? Math.Max(1, visits[node] * perVisit) : draws[left] + draws[left + 1];
        }

        return draws;
    }
}
