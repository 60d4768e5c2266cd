using System.IO;
using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Onnx.Reading;

/// <summary>Reads the signature of a model: a few thousand bytes, however large its weights are.</summary>
internal static class OnnxReader
{
    private const int Version = 1, Graph = 7, Operators = 8, Metadata = 14;
    private const int Node = 1, Weights = 5, Input = 11, Output = 12;

    /// <summary>Reads a model.</summary>
    /// <param name="stream">The file, which can seek.</param>
    /// <exception cref="InvalidOnnxException">It is not an ONNX model.</exception>
    public static OnnxSignature Read(Stream stream)
    {
        if (stream.Length == 0)
            throw new InvalidOnnxException("is empty");

        ProtoReader reader = new(stream);
        ProtoField graph = default;
        bool hasVersion = false, hasOperators = false, hasSchema = false;
        List<string> columns = [];
        foreach (ProtoField field in reader.Fields(reader.Root))
        {
            hasVersion |= field is { Number: Version, IsMessage: false };
            hasOperators |= field is { Number: Operators, IsMessage: true };
            if (field is { Number: Graph, IsMessage: true })
                graph = field;
            else if (field is { Number: Metadata, IsMessage: true } && ReadColumns(reader, field, ref hasSchema) is { Count: > 0 } found)
                columns = found;
        }

        if (!hasVersion || graph.Number == 0)
            throw new InvalidOnnxException("is not an ONNX model: it has no version or no graph");
        return hasOperators ? ReadGraph(reader, graph, columns) with { HasSchema = hasSchema } : throw new InvalidOnnxException("is truncated: it does not say which operators it uses");
    }

    private static OnnxSignature ReadGraph(ProtoReader reader, ProtoField graph, List<string> columns)
    {
        List<OnnxNode> nodes = [];
        List<OnnxValue> inputs = [], outputs = [];
        HashSet<string> weights = [];
        foreach (ProtoField field in reader.Fields(graph))
        {
            if (field.Number == Node)
                Add(nodes, NodeReader.Read(reader, field), OnnxLimits.MostNodes, "operations");
            else if (field.Number == Weights)
                weights.Add(NameOfWeights(reader, field));
            else if (field.Number == Input)
                inputs.Add(ValueReader.Read(reader, field));
            else if (field.Number == Output)
                Add(outputs, ValueReader.Read(reader, field), OnnxLimits.MostValues, "outputs");
        }

        if (outputs.Count == 0)
            throw new InvalidOnnxException("is not an ONNX model: its graph has no output");

        // Older files list the weights among the inputs too.
        inputs.RemoveAll(input => weights.Contains(input.Name));
        OnnxLimits.Hold(inputs.Count, OnnxLimits.MostValues, "has more than {0} inputs");
        OnnxGraph followed = new(nodes);
        if (columns.Count == 0 && inputs.Count == 1)
            columns = ColumnNames.Parse(inputs[0].Description);
        return new(
            followed.WithCategories(inputs).ToEquatableArray(),
            followed.WithClasses(outputs).ToEquatableArray(),
            inputs.Count == 1 ? columns.ToEquatableArray() : default);
    }

    private static void Add<TItem>(List<TItem> items, TItem item, int most, string what)
    {
        items.Add(item);
        OnnxLimits.Hold(items.Count, most, "has more than {0} " + what);
    }

    private static string NameOfWeights(ProtoReader reader, ProtoField weights)
    {
        const int name = 8;
        ProtoField found = reader.Fields(weights).FirstOrDefault(field => field.Number == name);
        return found.Number == 0 ? "" : reader.Text(found);
    }

    private static List<string> ReadColumns(ProtoReader reader, ProtoField entry, ref bool hasSchema)
    {
        ProtoField[] fields = [.. reader.Fields(entry)];
        ProtoField key = Array.Find(fields, field => field.Number == 1), value = Array.Find(fields, field => field.Number == 2);
        hasSchema |= key.Number != 0 && reader.Text(key) == ColumnNames.SchemaKey;
        return key.Number != 0 && value.Number != 0 && ColumnNames.IsKey(reader.Text(key)) ? ColumnNames.Parse(reader.Text(value)) : [];
    }
}
