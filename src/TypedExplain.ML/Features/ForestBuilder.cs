using TypedExplain.ML.Trees;
using TypedExplain.Models.Forests.Trees;

namespace TypedExplain.ML.Features;

/// <summary>Puts the trees of a file into the core's form: numbered from the root, the right child after the left one.</summary>
/// <param name="file">The file.</param>
/// <param name="sources">What fills its columns.</param>
/// <param name="derived">Takes what trees ask about behind the columns of an encoded row.</param>
internal sealed class ForestBuilder<T>(FileForest file, ColumnSource<T>?[] sources, SourceColumns<T> derived)
    where T : IFeatureRecord<T>
{
    // The share of its root that a node has to which no training row came: above 0, and far below what sums can tell.
    private const double Nothing = 1e-14;

    private long _parts;

    /// <summary>The trees, whose mean is the sum of the file's, times its factor, with its constants.</summary>
    /// <exception cref="InvalidModelException">A tree is none; the message says why.</exception>
    public DecisionTree[] Build() => [.. file.Trees.Select(Tree)];

    private DecisionTree Tree(FileTree tree)
    {
        List<(int Node, int Depth)> order = [(tree.Questions.Length > 0 ? 0 : -1, 0)];
        List<TreeStep> steps = [];
        List<double> covers = [], values = [];
        bool[] isMet = new bool[tree.Questions.Length + tree.Leaves.Length];
        double least = 0;
        for (int i = 0; i < order.Count; i++)
        {
            (int node, int depth) = order[i];
            Meet(tree, node, depth, isMet);
            double cover = node >= 0 ? tree.QuestionCovers[node] : tree.LeafCovers[~node];
            if (!(cover >= 0) || double.IsInfinity(cover))
                throw new InvalidModelException($"{tree.Name} of the model has a node to which {cover} training rows came; the model is damaged.");
            if (node < 0 && !double.IsFinite(tree.Leaves[~node] * file.Factor * file.Trees.Length * file.Trees.Length))
                throw new InvalidModelException($"{tree.Name} of the model has a leaf that answers {tree.Leaves[~node]}, so large that sums of {file.Trees.Length} trees are no numbers; the model is damaged.");
            if (i == 0)
                least = Nothing * (cover > 0 ? cover : 1);
            covers.Add(Math.Max(least, cover));
            for (int output = 0; output < file.Outputs; output++)
                values.Add(node >= 0 ? 0 : (file.Constants[output] + (output == tree.Output ? tree.Leaves[~node] * file.Factor * file.Trees.Length : 0)));
            if (node < 0)
            {
                steps.Add(TreeStep.Leaf(i));
                continue;
            }

            FileQuestion question = tree.Questions[node];
            (int column, double threshold) = derived.Ask(sources[question.Column]!, question);
            steps.Add(new(threshold, column, order.Count));
            order.Add((tree.True[node], depth + 1));
            order.Add((tree.False[node], depth + 1));
        }

        if (Array.IndexOf(isMet, false) is >= 0 and int lost)
            throw new InvalidModelException($"{tree.Name} of the model has {(lost < tree.Questions.Length ? $"question {lost}" : $"leaf {lost - tree.Questions.Length}")} to which no way leads; the model is damaged.");
        int[] draws = [.. covers.Select(cover => (int)Math.Clamp(Math.Round(cover), 1, int.MaxValue))];
        bool areDraws = covers.Zip(draws).All(pair => pair.First == pair.Second);
        return new([.. steps], new double[steps.Count], draws, draws, [.. values], areDraws ? null : [.. covers]);
    }

    private void Meet(FileTree tree, int node, int depth, bool[] isMet)
    {
        if (depth > TreeFileLimits.DeepestTree)
            throw new InvalidModelException($"{tree.Name} of the model is more than {TreeFileLimits.DeepestTree} questions deep; TreeSHAP does not read it. Train with a limit of depth.");
        if (node >= tree.Questions.Length || ~node >= tree.Leaves.Length)
            throw new InvalidModelException($"{tree.Name} of the model goes on to {(node >= 0 ? $"question {node}" : $"leaf {~node}")}, which is not there; the model is damaged.");
        ref bool own = ref isMet[node >= 0 ? node : tree.Questions.Length + ~node];
        if (own)
            throw new InvalidModelException($"{tree.Name} of the model comes to {(node >= 0 ? $"question {node}" : $"leaf {~node}")} by two ways, or in a circle; the model is damaged.");
        own = true;
        if ((_parts += 1 + file.Outputs) > TreeFileLimits.Parts(file.Length))
            throw new InvalidModelException($"The trees of the model have more than {TreeFileLimits.Parts(file.Length)} nodes and answers of nodes for {file.Outputs} outputs, too many for a file of {file.Length} bytes; TreeSHAP does not read them. Use KernelShap over a function that asks the model.");
    }
}
