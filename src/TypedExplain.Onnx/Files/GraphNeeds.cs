namespace TypedExplain.Onnx;

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

    /// <summary>Whether a value only repeats inputs, as ML.NET writes all columns out again.</summary>
    public static bool IsCopy(OnnxGraph graph, string value) => Of(graph, value).All(own =>
        graph.Maker(own) is null or { Operator: "Identity" or "Cast" or "FeatureVectorizer" or "Concat" or "Reshape" });
}
