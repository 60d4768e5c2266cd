namespace TypedExplain.Onnx.Files;

/// <summary>What values of a graph depend on.</summary>
internal static class GraphNeeds
{
    /// <summary>A value and all that it depends on.</summary>
    public static HashSet<string> Of(OnnxGraph graph, string value)
    {
        HashSet<string> seen = [];
        Stack<string> open = new([value]);
        while (open.TryPop(out string? next))
        {
            if (seen.Add(next) && graph.Maker(next) is { } node)
            {
                foreach (string input in node.Inputs)
                    open.Push(input);
            }
        }

        return seen;
    }

    /// <summary>Which inputs a value depends on; all where nodes hold graphs of their own, which see values that no list names.</summary>
    public static Func<string, bool> Inputs(OnnxGraph? graph, string value)
    {
        if (graph is null || graph.Nodes.Exists(node => node.HoldsGraphs))
            return _ => true;
        return Of(graph, value).Contains;
    }

    /// <summary>The values that depend on one of some values, with these; each node is looked at once.</summary>
    public static HashSet<string> Behind(OnnxGraph graph, IEnumerable<string> values)
    {
        ILookup<string, OnnxNode> readers = graph.Nodes.SelectMany(node => node.Inputs.Distinct().Select(input => (Input: input, Node: node))).ToLookup(pair => pair.Input, pair => pair.Node);
        HashSet<string> seen = [];
        Stack<string> open = new(values);
        while (open.TryPop(out string? next))
        {
            if (!seen.Add(next))
                continue;
            foreach (string output in readers[next].SelectMany(node => node.Outputs).Where(output => output.Length > 0))
                open.Push(output);
        }

        return seen;
    }

    /// <summary>The values that do more than to repeat inputs, as ML.NET writes all columns out again.</summary>
    public static HashSet<string> Made(OnnxGraph graph) => Behind(graph, graph.Nodes
        .Where(node => node.Operator is not ("Identity" or "Cast" or "FeatureVectorizer" or "Concat" or "Reshape"))
        .SelectMany(node => node.Outputs)
        .Where(output => output.Length > 0));
}
