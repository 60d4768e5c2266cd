namespace TypedExplain.Onnx.Files;

/// <summary>One node of a graph.</summary>
internal sealed class OnnxNode
{
    private readonly Dictionary<string, OnnxAttribute> _attributes = [];

    public string Operator { get; private set; } = "";

    /// <summary>The name of the node; files may leave it out.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Whether it holds graphs, as a loop does.</summary>
    public bool HoldsGraphs => _attributes.Values.Any(attribute => attribute.HoldsGraphs);

    public List<string> Inputs { get; } = [];

    public List<string> Outputs { get; } = [];

    /// <summary>Reads a NodeProto.</summary>
    public static OnnxNode Read(ReadOnlySpan<byte> message)
    {
        OnnxNode node = new();
        ProtoReader reader = new(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    node.Inputs.Add(reader.Text());
                    break;
                case 2:
                    node.Outputs.Add(reader.Text());
                    break;
                case 3:
                    node.Name = reader.Text();
                    break;
                case 4:
                    node.Operator = reader.Text();
                    break;
                case 5:
                    OnnxAttribute attribute = OnnxAttribute.Read(reader.Bytes());
                    node._attributes[attribute.Name] = attribute;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return node;
    }

    /// <summary>A text, or null where it is not set.</summary>
    public string? Text(string name) => _attributes.GetValueOrDefault(name)?.Text;

    /// <summary>A single whole number, or null where it is not set.</summary>
    public long? Integer(string name) => _attributes.GetValueOrDefault(name)?.Integer;

    /// <summary>A tensor, as it was written, or null.</summary>
    public byte[]? Tensor(string name) => _attributes.GetValueOrDefault(name)?.Tensor;

    /// <summary>Texts; none where it is not set.</summary>
    public IReadOnlyList<string> Texts(string name) => _attributes.GetValueOrDefault(name)?.Texts ?? [];

    /// <summary>Whole numbers; none where it is not set.</summary>
    public IReadOnlyList<long> Integers(string name) => _attributes.GetValueOrDefault(name)?.Integers ?? [];

    /// <summary>Numbers, from a list or, under the name with "_as_tensor" behind it, from a tensor; none where neither is set.</summary>
    public IReadOnlyList<double> Numbers(string name) =>
        _attributes.GetValueOrDefault(name + "_as_tensor")?.Tensor is { } tensor ? OnnxTensor.Read(tensor) : _attributes.GetValueOrDefault(name)?.Numbers ?? [];

    /// <summary>The operator, with the name of the node or else of what it makes.</summary>
    public override string ToString() => Name.Length > 0 ? $"{Operator} '{Name}'" : $"{Operator} (which makes '{Outputs.FirstOrDefault("")}')";
}
