namespace TypedExplain.Onnx.Files;

/// <summary>What of an ONNX file is read without the runtime: its nodes, inputs and outputs, small constants and what is stored beside them.</summary>
internal sealed class OnnxGraph
{
    // Weights of networks are larger and of no concern here.
    private const int LargestConstant = 1 << 16;

    // A file of this size is a network, and is not worth reading twice.
    private const long LargestFile = 1 << 28;

    private readonly Dictionary<string, OnnxNode> _makers = [];
    private readonly Dictionary<string, byte[]> _constants = [];
    private readonly HashSet<string> _initializers = [];

    public List<OnnxNode> Nodes { get; } = [];

    /// <summary>The inputs that a caller fills.</summary>
    public List<OnnxValue> Inputs { get; } = [];

    public List<OnnxValue> Outputs { get; } = [];

    /// <summary>What is stored beside the graph, by its keys.</summary>
    public Dictionary<string, string> Metadata { get; } = [];

    /// <summary>The files beside the model's in which it keeps weights, by name.</summary>
    public SortedSet<string> DataFiles { get; } = new(StringComparer.Ordinal);

    /// <summary>How many bytes the model has.</summary>
    public long Length { get; private init; }

    /// <summary>Reads a file; null where it is too large to be worth it.</summary>
    public static OnnxGraph? Read(string path) => new FileInfo(path).Length > LargestFile ? null : Read(File.ReadAllBytes(path));

    /// <summary>Reads a ModelProto.</summary>
    /// <exception cref="InvalidModelException">It is none, or it is cut off or damaged.</exception>
    public static OnnxGraph Read(ReadOnlySpan<byte> model)
    {
        if (model.IsEmpty)
            throw new InvalidModelException("The model is empty: the file has 0 bytes.");
        if (model.StartsWith("version https://git-lfs"u8))
            throw new InvalidModelException("The model is not there: the file is a pointer of Git LFS, which 'git lfs pull' puts the model in the place of.");
        OnnxGraph graph = new() { Length = model.Length };
        ProtoReader reader = new(model);
        while (reader.Next())
        {
            if (reader.Field == 7)
                graph.ReadGraph(reader.Bytes());
            else if (reader.Field == 14)
                graph.ReadMetadata(reader.Bytes());
            else
                reader.Skip();
        }

        // Older files repeat initializers among the inputs.
        graph.Inputs.RemoveAll(input => graph._initializers.Contains(input.Name));
        if (graph.Inputs.Count > OnnxLimits.MostValues || graph.Outputs.Count > OnnxLimits.MostValues)
            throw new InvalidModelException($"The model has {graph.Inputs.Count} inputs and {graph.Outputs.Count} outputs; at most {OnnxLimits.MostValues} of each are read.");
        if (graph.Inputs.GroupBy(input => input.Name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new InvalidModelException($"The model has {twice.Count()} inputs '{twice.Key}'; it is damaged.");
        return graph;
    }

    /// <summary>The node that makes a value; null for an input, a constant and what is not there.</summary>
    public OnnxNode? Maker(string value) => _makers.GetValueOrDefault(value);

    /// <summary>The tensor of a constant, as it was written; null where the value is not a constant, or a large one.</summary>
    public byte[]? Constant(string value) =>
        _constants.GetValueOrDefault(value) ?? (Maker(value) is { Operator: "Constant" } node ? node.Tensor("value") : null);

    private void ReadGraph(ReadOnlySpan<byte> message)
    {
        ProtoReader reader = new(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    Add(OnnxNode.Read(reader.Bytes()));
                    break;
                case 5:
                    ReadInitializer(reader.Bytes());
                    break;
                case 11:
                    Inputs.Add(OnnxValue.Read(reader.Bytes()));
                    break;
                case 12:
                    Outputs.Add(OnnxValue.Read(reader.Bytes()));
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
    }

    private void Add(OnnxNode node)
    {
        if (Nodes.Count == OnnxLimits.MostNodes)
            throw new InvalidModelException($"The model has more than {OnnxLimits.MostNodes} nodes, the most that are read.");
        Nodes.Add(node);
        foreach (string output in node.Outputs.Where(output => output.Length > 0))
            _makers.TryAdd(output, node);
    }

    private void ReadInitializer(ReadOnlySpan<byte> message)
    {
        ProtoReader reader = new(message);
        bool isNamed = false;
        while (reader.Next())
        {
            if (reader.Field == 8 && !isNamed)
            {
                isNamed = true;
                string name = reader.Text();
                _initializers.Add(name);
                if (message.Length <= LargestConstant)
                    _constants[name] = message.ToArray();
            }
            else if (reader.Field == 13)
            {
                (string key, string value) = ReadEntry(reader.Bytes());
                if (key == "location")
                    DataFiles.Add(value);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private void ReadMetadata(ReadOnlySpan<byte> message)
    {
        (string key, string value) = ReadEntry(message);
        Metadata[key] = value;
    }

    private static (string Key, string Value) ReadEntry(ReadOnlySpan<byte> message)
    {
        string key = "", value = "";
        ProtoReader reader = new(message);
        while (reader.Next())
        {
            if (reader.Field == 1)
                key = reader.Text();
            else if (reader.Field == 2)
                value = reader.Text();
            else
                reader.Skip();
        }

        return (key, value);
    }
}
