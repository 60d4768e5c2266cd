namespace TypedExplain.Onnx;

/// <summary>What of an ONNX file is read without the runtime: its nodes, and the type of its inputs.</summary>
internal sealed class OnnxGraph
{
    public List<OnnxNode> Nodes { get; } = [];

    /// <summary>The number of the element type of each input that is a tensor.</summary>
    public Dictionary<string, long> InputTypes { get; } = [];

    /// <summary>Reads a ModelProto.</summary>
    /// <exception cref="InvalidModelException">It is none, or it is cut off or damaged.</exception>
    public static OnnxGraph Read(ReadOnlySpan<byte> model)
    {
        OnnxGraph graph = new();
        ProtoReader reader = new(model);
        while (reader.Next())
        {
            if (reader.Field == 7)
                graph.ReadGraph(reader.Bytes());
            else
                reader.Skip();
        }

        return graph;
    }

    private void ReadGraph(ReadOnlySpan<byte> message)
    {
        ProtoReader reader = new(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    Nodes.Add(OnnxNode.Read(reader.Bytes()));
                    break;
                case 11:
                    ReadInput(reader.Bytes());
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
    }

    private void ReadInput(ReadOnlySpan<byte> message)
    {
        string name = "";
        long type = 0;
        ProtoReader value = new(message);
        while (value.Next())
        {
            if (value.Field == 1)
                name = value.Text();
            else if (value.Field == 2)
                type = Inside(value.Bytes(), 1) is { Length: > 0 } tensor ? ElementType(tensor) : 0;
            else
                value.Skip();
        }

        InputTypes[name] = type;
    }

    private static ReadOnlySpan<byte> Inside(ReadOnlySpan<byte> message, int field)
    {
        ProtoReader reader = new(message);
        while (reader.Next())
        {
            if (reader.Field == field)
                return reader.Bytes();
            reader.Skip();
        }

        return default;
    }

    private static long ElementType(ReadOnlySpan<byte> tensor)
    {
        ProtoReader reader = new(tensor);
        while (reader.Next())
        {
            if (reader.Field == 1)
                return reader.Integer();
            reader.Skip();
        }

        return 0;
    }
}
