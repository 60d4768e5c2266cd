namespace TypedExplain.Onnx.Files;

/// <summary>A setting of a node, in whichever form it was written.</summary>
internal sealed class OnnxAttribute
{
    public string Name { get; private set; } = "";

    public string Text { get; private set; } = "";

    /// <summary>A single whole number, or null.</summary>
    public long? Integer { get; private set; }

    /// <summary>Whether it is a graph, or several.</summary>
    public bool HoldsGraphs { get; private set; }

    public List<double> Numbers { get; } = [];

    public List<long> Integers { get; } = [];

    public List<string> Texts { get; } = [];

    /// <summary>Reads an AttributeProto.</summary>
    public static OnnxAttribute Read(ReadOnlySpan<byte> message)
    {
        OnnxAttribute attribute = new();
        ProtoReader reader = new(message);
        List<float> singles = [];
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    attribute.Name = reader.Text();
                    break;
                case 3:
                    attribute.Integer = reader.Integer();
                    break;
                case 4:
                    attribute.Text = reader.Text();
                    break;
                case 5:
                    // The type is checked where the tensor is one of trees; others are of no concern.
                    attribute.Tensor = reader.Bytes().ToArray();
                    break;
                case 6 or 11:
                    attribute.HoldsGraphs = true;
                    reader.Skip();
                    break;
                case 7:
                    reader.Singles(singles);
                    break;
                case 8:
                    reader.Integers(attribute.Integers);
                    break;
                case 9:
                    attribute.Texts.Add(reader.Text());
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        attribute.Numbers.AddRange(singles.Select(value => (double)value));
        return attribute;
    }

    /// <summary>The bytes of a tensor, or null.</summary>
    public byte[]? Tensor { get; private set; }
}
