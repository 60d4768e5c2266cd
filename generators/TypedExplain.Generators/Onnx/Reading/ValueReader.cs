using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Onnx.Reading;

/// <summary>Reads inputs and outputs: their names, types and shapes.</summary>
internal static class ValueReader
{
    private const int Name = 1, Type = 2, Description = 3;
    private const int Tensor = 1, Sequence = 4, Map = 5, Optional = 9, MapValue = 2, Element = 1, Shape = 2, Dimension = 1;

    /// <summary>Sequences of maps are as deep as types of models go.</summary>
    private const int Deepest = 8;

    public static OnnxValue Read(ProtoReader reader, ProtoField value)
    {
        OnnxValue found = new("", OnnxElement.Undefined, default, IsMap: false);
        foreach (ProtoField field in reader.Fields(value))
        {
            if (field.Number == Name)
                found = found with { Name = reader.Text(field) };
            else if (field.Number == Type)
                found = ReadType(reader, field, found, 0);
            else if (field.Number == Description)
                found = found with { Description = reader.Text(field) };
        }

        return found.Name.Length > 0 ? found : throw new InvalidOnnxException("is not an ONNX model: an input or output has no name");
    }

    private static OnnxValue ReadType(ProtoReader reader, ProtoField type, OnnxValue value, int depth)
    {
        if (depth > Deepest)
            throw new InvalidOnnxException("is not an ONNX model: the type of an input or output has no end");
        foreach (ProtoField kind in reader.Fields(type))
        {
            if (kind.Number == Tensor)
                value = ReadTensor(reader, kind, value);
            else if (kind.Number is Sequence or Map or Optional)
                value = ReadInner(reader, kind, value with { IsMap = value.IsMap || kind.Number == Map }, depth);
        }

        return value;
    }

    /// <summary>The type of a sequence's elements, or of a map's values.</summary>
    private static OnnxValue ReadInner(ProtoReader reader, ProtoField kind, OnnxValue value, int depth)
    {
        foreach (ProtoField inner in reader.Fields(kind).Where(field => field.IsMessage && field.Number == (kind.Number == Map ? MapValue : Element)))
            value = ReadType(reader, inner, value, depth + 1);
        return value;
    }

    private static OnnxValue ReadTensor(ProtoReader reader, ProtoField tensor, OnnxValue value)
    {
        foreach (ProtoField field in reader.Fields(tensor))
        {
            if (field.Number == Element)
                value = value with { Element = field.Value is > 0 and <= (long)OnnxElement.BFloat16 ? (OnnxElement)field.Value : OnnxElement.Undefined };
            else if (field.Number == Shape)
                value = value with { Dimensions = ReadShape(reader, field).ToEquatableArray() };
        }

        return value;
    }

    private static IEnumerable<long> ReadShape(ProtoReader reader, ProtoField shape)
    {
        int count = 0;
        foreach (ProtoField dimension in reader.Fields(shape).Where(field => field.Number == Dimension))
        {
            OnnxLimits.Hold(++count, OnnxLimits.MostDimensions, "has a value of more than {0} dimensions");
            ProtoField size = reader.Fields(dimension).FirstOrDefault(field => field is { Number: Dimension, IsMessage: false });
            yield return size.Number == 0 || size.Value <= 0 ? -1 : size.Value;
        }
    }
}
