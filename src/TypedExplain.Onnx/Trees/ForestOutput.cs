using TypedExplain.Onnx.Files;

namespace TypedExplain.Onnx.Trees;

/// <summary>Chooses the value of a model whose trees are explained.</summary>
internal static class ForestOutput
{
    /// <summary>The value that is named, or else the output that can only be meant: one of scores that depends on trees.</summary>
    /// <exception cref="InvalidModelException">There is none, or several.</exception>
    public static string Choose(OnnxGraph graph, string? named)
    {
        OnnxNode[] ensembles = [.. graph.Nodes.Where(node => node.Operator.StartsWith("TreeEnsemble", StringComparison.Ordinal))];
        if (ensembles.Length == 0)
            throw new InvalidModelException($"The model has 0 tree ensembles, and at least one is expected; its nodes are {Operators(graph.Nodes)}.");
        if (Array.Find(ensembles, node => node.Operator is not ("TreeEnsembleClassifier" or "TreeEnsembleRegressor")) is { } other)
            throw new InvalidModelException($"The trees of the model are a node {other}; TreeEnsembleClassifier and TreeEnsembleRegressor are read.");
        if (named is not null)
        {
            return graph.Maker(named) is not null ? named : throw new InvalidModelException($"The model makes no value '{named}'; its outputs are {Listed(graph.Outputs.Select(output => output.Name))}, and its trees make {Listed(ensembles.Select(node => node.Outputs.LastOrDefault("")))}.");
        }

        HashSet<string> made = [.. ensembles.Select(node => node.Outputs.LastOrDefault(""))], behind = GraphNeeds.Behind(graph, made);
        string[] scores = [.. graph.Outputs.Where(output => output.Type is OnnxTensor.SingleType or OnnxTensor.DoubleType or 0).Select(output => output.Name).Where(behind.Contains)];
        if (scores.Length > 1 && scores.Where(name => name.Contains("prob", StringComparison.OrdinalIgnoreCase)).ToArray() is [string only])
            return only;
        return scores is [string score] ? score : throw new InvalidModelException($"{(scores.Length == 0 ? "No output" : "More than one output")} of the model holds scores of its trees: {Listed(graph.Outputs.Select(output => output.Name))}. Name in Output the one to explain, or what trees make: {Listed(made)}.");
    }

    private static string Operators(List<OnnxNode> nodes) => nodes.Count == 0 ? "none" : string.Join(", ", nodes.Select(node => node.Operator).Distinct());

    private static string Listed(IEnumerable<string> names)
    {
        const int most = 12;
        string[] all = [.. names];
        return string.Join(", ", all.Take(most)) + (all.Length > most ? $" and {all.Length - most} more" : "");
    }
}
