using System.Globalization;
using System.Runtime.InteropServices;
using TypedExplain.Onnx.Files;

namespace TypedExplain.Onnx.Export;

/// <summary>Writes an ONNX model node by node.</summary>
internal sealed class GraphWriter
{
    private const int IrVersion = 8;
    private const int OperatorSet = 15;
    private const int TreeOperatorSet = 3;
    private const string TreeDomain = "ai.onnx.ml";
    private const string Rows = "n";

    private readonly ProtoWriter _graph = new();
    private int _names;

    /// <summary>Adds an input of rows.</summary>
    public string Input(string name, int elementType, int width)
    {
        _graph.Message(11, Value(name, elementType, width));
        return name;
    }

    /// <summary>Adds an output of rows; 0 numbers per row stand for one without a second dimension.</summary>
    public void Output(string name, int elementType, int width) => _graph.Message(12, Value(name, elementType, width));

    /// <summary>Adds numbers of double precision; gives their name.</summary>
    public string Numbers(ReadOnlySpan<double> values, params ReadOnlySpan<long> shape) =>
        Tensor(OnnxTensor.DoubleType, MemoryMarshal.AsBytes(values), shape);

    /// <summary>Adds numbers of single precision; gives their name.</summary>
    public string Singles(ReadOnlySpan<float> values, params ReadOnlySpan<long> shape) =>
        Tensor(OnnxTensor.SingleType, MemoryMarshal.AsBytes(values), shape);

    /// <summary>Adds whole numbers; gives their name.</summary>
    public string Integers(ReadOnlySpan<long> values) => Tensor(OnnxTensor.LongType, MemoryMarshal.AsBytes(values), [values.Length]);

    /// <summary>Adds a node with one output; gives its name.</summary>
    public string Node(string operation, IEnumerable<string> inputs, params ReadOnlySpan<ProtoWriter> attributes)
    {
        string output = Name();
        Node(operation, inputs, [output], "", attributes);
        return output;
    }

    /// <summary>Adds a node of trees.</summary>
    public void Trees(string operation, string input, IEnumerable<string> outputs, params ReadOnlySpan<ProtoWriter> attributes) =>
        Node(operation, [input], outputs, TreeDomain, attributes);

    /// <summary>Names a value that is an output.</summary>
    public void Rename(string value, string name) => Node("Identity", [value], [name], "", []);

    /// <summary>The model.</summary>
    /// <param name="metadata">What is stored beside the graph.</param>
    public byte[] ToArray(params ReadOnlySpan<(string Key, string Value)> metadata)
    {
        _graph.Text(2, "TypedExplain");
        ProtoWriter model = new ProtoWriter()
            .Integer(1, IrVersion)
            .Text(2, "TypedExplain")
            .Message(7, _graph)
            .Message(8, new ProtoWriter().Text(1, "").Integer(2, OperatorSet))
            .Message(8, new ProtoWriter().Text(1, TreeDomain).Integer(2, TreeOperatorSet));
        foreach ((string key, string value) in metadata)
            model.Message(14, new ProtoWriter().Text(1, key).Text(2, value));
        return model.ToArray();
    }

    public void Node(string operation, IEnumerable<string> inputs, IEnumerable<string> outputs, string domain, ReadOnlySpan<ProtoWriter> attributes)
    {
        ProtoWriter node = new();
        foreach (string input in inputs)
            node.Text(1, input);
        foreach (string output in outputs)
            node.Text(2, output);
        node.Text(4, operation).Text(7, domain);
        foreach (ProtoWriter attribute in attributes)
            node.Message(5, attribute);
        _graph.Message(1, node);
    }

    private string Tensor(int elementType, ReadOnlySpan<byte> raw, ReadOnlySpan<long> shape)
    {
        string name = Name();
        _graph.Message(5, OnnxTensor.Write(elementType, raw, shape).Text(8, name));
        return name;
    }

    private string Name() => string.Create(CultureInfo.InvariantCulture, $"v{_names++}");

    private static ProtoWriter Value(string name, int elementType, int width)
    {
        ProtoWriter shape = new ProtoWriter().Message(1, new ProtoWriter().Text(2, Rows));
        if (width > 0)
            shape.Message(1, new ProtoWriter().Integer(1, width));
        ProtoWriter tensor = new ProtoWriter().Integer(1, elementType).Message(2, shape);
        return new ProtoWriter().Text(1, name).Message(2, new ProtoWriter().Message(1, tensor));
    }
}
