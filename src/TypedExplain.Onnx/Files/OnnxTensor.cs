using System.Buffers.Binary;

namespace TypedExplain.Onnx.Files;

/// <summary>Numbers that a file holds as a tensor, of single or double precision.</summary>
internal static class OnnxTensor
{
    public const int SingleType = 1;
    public const int IntType = 6;
    public const int LongType = 7;
    public const int TextType = 8;
    public const int BoolType = 9;
    public const int DoubleType = 11;

    /// <summary>What stands for a number that is none of a type, so that none is cut down to one.</summary>
    public const int UnknownType = -1;

    /// <summary>More than ONNX numbers.</summary>
    public const int LastType = 255;

    /// <summary>Writes a TensorProto, but for its name. The bytes must be little-endian, as they are on every platform of ONNX Runtime.</summary>
    public static ProtoWriter Write(int elementType, ReadOnlySpan<byte> raw, ReadOnlySpan<long> shape)
    {
        ProtoWriter tensor = new();
        foreach (long dimension in shape)
            tensor.Integer(1, dimension);
        return tensor.Integer(2, elementType).Bytes(9, raw);
    }

    /// <summary>The shape of a TensorProto.</summary>
    public static long[] Shape(ReadOnlySpan<byte> message)
    {
        ProtoReader reader = new(message);
        List<long> shape = [];
        while (reader.Next())
        {
            if (reader.Field == 1)
                reader.Integers(shape);
            else
                reader.Skip();
        }

        return [.. shape];
    }

    /// <summary>The type of a TensorProto's elements.</summary>
    public static long ElementType(ReadOnlySpan<byte> message)
    {
        ProtoReader reader = new(message);
        while (reader.Next())
        {
            if (reader.Field == 2)
                return reader.Integer();
            reader.Skip();
        }

        return 0;
    }

    /// <summary>Reads a TensorProto of whole numbers of 64 bits.</summary>
    public static long[] ReadIntegers(ReadOnlySpan<byte> message)
    {
        List<long> values = [];
        long type = Parts(message, [], [], values, out ReadOnlySpan<byte> raw);
        if (type != LongType)
            throw Unexpected(type, "int64");
        for (; raw.Length >= sizeof(long); raw = raw[sizeof(long)..])
            values.Add(BinaryPrimitives.ReadInt64LittleEndian(raw));
        return [.. values];
    }

    /// <summary>Reads a TensorProto of numbers of single or double precision.</summary>
    public static double[] Read(ReadOnlySpan<byte> message)
    {
        List<float> singles = [];
        List<double> doubles = [];
        long type = Parts(message, singles, doubles, [], out ReadOnlySpan<byte> raw);
        if (type is not (SingleType or DoubleType))
            throw Unexpected(type, "float or double");
        for (; raw.Length >= sizeof(float) && type == SingleType; raw = raw[sizeof(float)..])
            singles.Add(BinaryPrimitives.ReadSingleLittleEndian(raw));
        for (; raw.Length >= sizeof(double) && type == DoubleType; raw = raw[sizeof(double)..])
            doubles.Add(BinaryPrimitives.ReadDoubleLittleEndian(raw));
        return type == SingleType ? [.. singles.Select(value => (double)value)] : [.. doubles];
    }

    /// <summary>The type of a TensorProto's elements, and the elements as the file holds them: in a list of their type, or in bytes.</summary>
    private static long Parts(ReadOnlySpan<byte> message, List<float> singles, List<double> doubles, List<long> integers, out ReadOnlySpan<byte> raw)
    {
        ProtoReader reader = new(message);
        long type = 0;
        raw = default;
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 2:
                    type = reader.Integer();
                    break;
                case 4:
                    reader.Singles(singles);
                    break;
                case 7:
                    reader.Integers(integers);
                    break;
                case 9:
                    raw = reader.Bytes();
                    break;
                case 10:
                    reader.Doubles(doubles);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return type;
    }

    private static InvalidModelException Unexpected(long type, string expected) =>
        new($"A tensor of the model holds elements of ONNX's type {type}; {expected} is expected.");
}
