namespace TypedExplain.Onnx;

/// <summary>One node of a graph.</summary>
internal sealed class OnnxNode
{
    private readonly Dictionary<string, OnnxAttribute> _attributes = [];

    public string Operator { get; private set; } = "";

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

    /// <summary>Texts; none where it is not set.</summary>
    public IReadOnlyList<string> Texts(string name) => _attributes.GetValueOrDefault(name)?.Texts ?? [];

    /// <summary>Whole numbers; none where it is not set.</summary>
    public IReadOnlyList<long> Integers(string name) => _attributes.GetValueOrDefault(name)?.Integers ?? [];

    /// <summary>Numbers, from a list or, under the name with "_as_tensor" behind it, from a tensor; none where neither is set.</summary>
    public IReadOnlyList<double> Numbers(string name) =>
        _attributes.GetValueOrDefault(name + "_as_tensor")?.Tensor is { } tensor ? OnnxTensor.Read(tensor) : _attributes.GetValueOrDefault(name)?.Numbers ?? [];
}
