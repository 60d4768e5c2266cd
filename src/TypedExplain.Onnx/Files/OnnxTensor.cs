using System.Buffers.Binary;

namespace TypedExplain.Onnx;

/// <summary>Numbers that a file holds as a tensor, of single or double precision.</summary>
internal static class OnnxTensor
{
    public const int SingleType = 1;
    public const int IntType = 6;
    public const int LongType = 7;
    public const int TextType = 8;
    public const int BoolType = 9;
    public const int DoubleType = 11;

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
        ProtoReader reader = new(message);
        List<long> values = [];
        ReadOnlySpan<byte> raw = default;
        long type = 0;
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 2:
                    type = reader.Integer();
                    break;
                case 7:
                    reader.Integers(values);
                    break;
                case 9:
                    raw = reader.Bytes();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        if (type != LongType)
            throw new InvalidModelException($"A tensor of the model holds elements of ONNX's type {type}; int64 is expected.");
        for (; raw.Length >= sizeof(long); raw = raw[sizeof(long)..])
            values.Add(BinaryPrimitives.ReadInt64LittleEndian(raw));
        return [.. values];
    }

    /// <summary>Reads a TensorProto.</summary>
    public static double[] Read(ReadOnlySpan<byte> message)
    {
        ProtoReader reader = new(message);
        List<float> singles = [];
        List<double> doubles = [];
        ReadOnlySpan<byte> raw = default;
        long type = 0;
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

        if (type is not (SingleType or DoubleType))
            throw new InvalidModelException($"A tensor of the model holds elements of ONNX's type {type}; float or double is expected.");
        for (; raw.Length >= sizeof(float) && type == SingleType; raw = raw[sizeof(float)..])
            singles.Add(BinaryPrimitives.ReadSingleLittleEndian(raw));
        for (; raw.Length >= sizeof(double) && type == DoubleType; raw = raw[sizeof(double)..])
            doubles.Add(BinaryPrimitives.ReadDoubleLittleEndian(raw));
        return type == SingleType ? [.. singles.Select(value => (double)value)] : [.. doubles];
    }
}
