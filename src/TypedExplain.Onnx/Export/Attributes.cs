using System.Runtime.InteropServices;
using TypedExplain.Onnx.Files;

namespace TypedExplain.Onnx.Export;

/// <summary>Settings of nodes, as protobuf messages.</summary>
internal static class Attributes
{
    public static ProtoWriter Integer(string name, long value) => Of(name, 2).Integer(3, value);

    public static ProtoWriter Single(string name, float value) => Of(name, 1).Single(2, value);

    public static ProtoWriter Text(string name, string value) => Of(name, 3).Text(4, value);

    public static ProtoWriter Integers(string name, ReadOnlySpan<long> values) => Of(name, 7).Integers(8, values);

    public static ProtoWriter Texts(string name, IEnumerable<string> values)
    {
        ProtoWriter attribute = Of(name, 8);
        foreach (string value in values)
            attribute.Text(9, value);
        return attribute;
    }

    public static ProtoWriter Numbers(string name, ReadOnlySpan<double> values) =>
        Of(name, 4).Message(5, OnnxTensor.Write(OnnxTensor.DoubleType, MemoryMarshal.AsBytes(values), [values.Length]));

    private static ProtoWriter Of(string name, int type) => new ProtoWriter().Text(1, name).Integer(20, type);
}
