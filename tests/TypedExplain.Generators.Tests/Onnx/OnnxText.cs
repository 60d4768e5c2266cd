using System.Globalization;

namespace TypedExplain.Generators.Tests.Onnx;

/// <summary>
/// Models as the pages about diagnostics write them, a line for each input and output:
/// <code>
/// credit.onnx
/// columns age, income
/// input housing string [?, 1]: Rent, Own
/// output label int64 [?]
/// output probabilities float [?, 2]: Declined, Approved
/// </code>
/// Names after a colon are an input's categories, read by a LabelEncoder, or an output's classes, of a classifier. The type
/// "map" is a sequence of maps. A file without lines is empty.
/// </summary>
internal static class OnnxText
{
    /// <summary>The types of elements, of which ONNX numbers the first 1.</summary>
    private static readonly string[] Elements = ["float", "uint8", "int8", "uint16", "int16", "int32", "int64", "string", "bool", "float16", "double", "uint32", "uint64"];

    /// <summary>The name of the file and its bytes.</summary>
    public static (string File, byte[] Bytes) Parse(string text)
    {
        string[] lines = text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return (lines[0], lines.Length == 1 ? [] : Model([.. lines[1..].Where(line => !line.StartsWith("columns"))], lines.FirstOrDefault(line => line.StartsWith("columns "))?[8..]));
    }

    public static byte[] Model(string[] lines, string? columns = null, Action<OnnxWriter>? more = null)
    {
        OnnxWriter model = new OnnxWriter()
            .Number(1, 8)
            .Message(7, graph =>
            {
                foreach (string line in lines)
                    WriteNode(graph, line);
                more?.Invoke(graph);
                foreach (string line in lines)
                    WriteValue(graph, line);
            })
            .Message(8, operators => operators.Number(2, 17));
        if (columns is not null)
            model.Message(14, entry => entry.Text(1, "feature_names").Text(2, columns));
        return model.Bytes;
    }

    private static void WriteNode(OnnxWriter graph, string line)
    {
        (string kind, string name, _, _, string[] names) = Divide(line);
        if (names.Length == 0)
            return;
        bool isInput = kind == "input", areNumbers = names.All(own => long.TryParse(own, out _));
        graph.Message(1, node => node
            .Text(1, isInput ? name : "hidden")
            .Text(2, isInput ? "code_" + name : name)
            .Text(4, isInput ? "LabelEncoder" : "LinearClassifier")
            .Message(5, attribute =>
            {
                attribute.Text(1, isInput ? "keys_strings" : areNumbers ? "classlabels_int64s" : "classlabels_strings");
                foreach (string own in names)
                {
                    if (areNumbers)
                        attribute.Number(8, long.Parse(own, CultureInfo.InvariantCulture));
                    else
                        attribute.Text(9, own);
                }
            }));
    }

    private static void WriteValue(OnnxWriter graph, string line)
    {
        (string kind, string name, string element, string[] shape, _) = Divide(line);
        graph.Message(kind == "input" ? 11 : 12, value => value.Text(1, name).Message(2, type =>
        {
            if (element == "map")
                type.Message(4, sequence => sequence.Message(1, inner => inner.Message(5, map => map.Number(1, 8).Message(2, score => score.Message(1, tensor => tensor.Number(1, 1))))));
            else
                type.Message(1, tensor => WriteTensor(tensor, element, shape));
        }));
    }

    private static void WriteTensor(OnnxWriter tensor, string element, string[] shape)
    {
        tensor.Number(1, 1 + Array.IndexOf(Elements, element)).Message(2, dimensions =>
        {
            foreach (string size in shape)
                dimensions.Message(1, dimension => _ = size == "?" ? dimension.Text(2, "N") : dimension.Number(1, long.Parse(size, CultureInfo.InvariantCulture)));
        });
    }

    private static (string Kind, string Name, string Element, string[] Shape, string[] Names) Divide(string line)
    {
        string[] halves = line.Split(':', 2), words = halves[0].Split(' ', 4);
        return (
            words[0],
            words[1],
            words[2],
            words.Length < 4 ? [] : words[3].Trim('[', ']').Split(',', StringSplitOptions.TrimEntries),
            halves.Length < 2 ? [] : halves[1].Split(',', StringSplitOptions.TrimEntries));
    }
}
