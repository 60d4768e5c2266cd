using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Onnx.Reading;

/// <summary>The operations of a graph, followed from its inputs and back from its outputs to the names that they know; each operation once.</summary>
/// <param name="nodes">The operations, in the order of the file.</param>
internal sealed class OnnxGraph(List<OnnxNode> nodes)
{
    /// <summary>The outputs, each with the classes of the nearest operation behind it that knows any; of two as near, of the one that is read first.</summary>
    public OnnxValue[] WithClasses(List<OnnxValue> outputs)
    {
        Dictionary<string, OnnxNode> makers = [];
        foreach (OnnxNode node in nodes)
        {
            foreach (string output in node.Outputs)
                makers[output] = node;
        }

        // From the operations that know classes onward, step by step: so every value is reached once, and by the shortest way.
        ILookup<string, string> readers = makers
            .Where(made => made.Value.Classes.Count == 0)
            .SelectMany(made => made.Value.Inputs.Distinct().Select(input => (input, made.Key)))
            .ToLookup(pair => pair.input, pair => pair.Key);
        Dictionary<string, (int Steps, EquatableArray<string> Names)> known = [];
        Queue<string> open = [];
        Dictionary<OnnxNode, EquatableArray<string>> classes = nodes.Where(node => node.Classes.Count > 0).ToDictionary(node => node, node => node.Classes.ToEquatableArray());
        foreach (KeyValuePair<string, OnnxNode> made in makers.Where(made => made.Value.Classes.Count > 0))
        {
            known.Add(made.Key, (0, classes[made.Value]));
            open.Enqueue(made.Key);
        }

        while (open.Count > 0)
        {
            foreach (string next in readers[open.Dequeue()].Where(value => !known.ContainsKey(value)))
            {
                string nearest = makers[next].Inputs.Where(known.ContainsKey).OrderBy(input => known[input].Steps).First();
                known.Add(next, (known[nearest].Steps + 1, known[nearest].Names));
                open.Enqueue(next);
            }
        }

        return [.. outputs.Select(output => known.TryGetValue(output.Name, out (int Steps, EquatableArray<string> Names) found) ? output with { Names = found.Names } : output)];
    }

    /// <summary>The inputs, each with the categories of the operation that reads it, where it reads nothing else.</summary>
    public OnnxValue[] WithCategories(List<OnnxValue> inputs)
    {
        // A value that only repeats an input, and that input.
        Dictionary<string, string> same = inputs.Select(input => input.Name).Distinct().ToDictionary(name => name, name => name);
        Dictionary<string, EquatableArray<string>> known = [];
        foreach (OnnxNode node in nodes)
        {
            if (node.Inputs.Count == 0 || !same.TryGetValue(node.Inputs[0], out string? input) || known.ContainsKey(input))
                continue;
            if (node.Categories.Count > 0)
                known.Add(input, node.Categories.ToEquatableArray());
            else if (node.Operator is "Identity" or "Reshape" or "Squeeze" or "Unsqueeze" or "Flatten")
                node.Outputs.ForEach(output => same[output] = input);
        }

        return [.. inputs.Select(input => known.TryGetValue(input.Name, out EquatableArray<string> names) ? input with { Names = names } : input)];
    }
}
