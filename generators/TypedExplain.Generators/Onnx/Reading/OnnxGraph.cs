using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Onnx.Reading;

/// <summary>The operations of a graph, followed from its inputs and back from its outputs to the names that they know.</summary>
internal sealed class OnnxGraph
{
    private readonly List<OnnxNode> _nodes;
    private readonly Dictionary<string, OnnxNode> _makers = [];

    public OnnxGraph(List<OnnxNode> nodes)
    {
        _nodes = nodes;
        foreach (OnnxNode node in nodes)
        {
            foreach (string output in node.Outputs)
                _makers[output] = node;
        }
    }

    /// <summary>The output with the classes of the nearest operation behind it that knows any.</summary>
    public OnnxValue WithClasses(OnnxValue output)
    {
        Queue<string> open = new([output.Name]);
        HashSet<string> seen = [output.Name];
        while (open.Count > 0)
        {
            if (!_makers.TryGetValue(open.Dequeue(), out OnnxNode? maker))
                continue;
            if (maker.Classes.Count > 0)
                return output with { Names = maker.Classes.ToEquatableArray() };
            foreach (string input in maker.Inputs.Where(seen.Add))
                open.Enqueue(input);
        }

        return output;
    }

    /// <summary>The input with the categories of the operation that reads it, where it reads nothing else.</summary>
    public OnnxValue WithCategories(OnnxValue input)
    {
        HashSet<string> same = [input.Name];
        foreach (OnnxNode node in _nodes.Where(node => node.Inputs.Count > 0 && same.Contains(node.Inputs[0])))
        {
            if (node.Categories.Count > 0)
                return input with { Names = node.Categories.ToEquatableArray() };
            if (node.Operator is "Identity" or "Reshape" or "Squeeze" or "Unsqueeze" or "Flatten")
                same.UnionWith(node.Outputs);
        }

        return input;
    }
}
