namespace TypedExplain.Onnx.Files;

/// <summary>An input or output of a graph, as the file declares it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The number of its element type; 0 where it is not a tensor, −1 where ONNX has no such type.</param>
/// <param name="Shape">Its dimensions, with −1 for one that is open; null where the file does not tell.</param>
internal sealed record OnnxValue(string Name, long Type, int[]? Shape)
{
    /// <summary>Reads a ValueInfoProto.</summary>
    public static OnnxValue Read(ReadOnlySpan<byte> message)
    {
        string name = "";
        long type = 0;
        int[]? shape = null;
        ProtoReader value = new(message);
        while (value.Next())
        {
            if (value.Field == 1)
                name = value.Text();
            else if (value.Field == 2)
                ReadType(value.Bytes(), ref type, ref shape);
            else
                value.Skip();
        }

        return new(name, type, shape);
    }

    private static void ReadType(ReadOnlySpan<byte> message, ref long type, ref int[]? shape)
    {
        ProtoReader tensor = new(Inside(message, 1));
        while (tensor.Next())
        {
            if (tensor.Field == 1)
                type = tensor.Integer() is > 0 and <= OnnxTensor.LastType and var known ? known : OnnxTensor.UnknownType;
            else if (tensor.Field == 2)
                shape = ReadShape(tensor.Bytes());
            else
                tensor.Skip();
        }
    }

    private static int[] ReadShape(ReadOnlySpan<byte> message)
    {
        List<int> shape = [];
        ProtoReader dimensions = new(message);
        while (dimensions.Next())
        {
            if (dimensions.Field == 1)
                shape.Add(ReadDimension(dimensions.Bytes()));
            else
                dimensions.Skip();
        }

        return [.. shape];
    }

    // A dimension that has a name, or nothing, is open; ML.NET writes −1.
    private static int ReadDimension(ReadOnlySpan<byte> message)
    {
        ProtoReader dimension = new(message);
        while (dimension.Next())
        {
            if (dimension.Field == 1)
                return dimension.Integer() is >= 0 and <= int.MaxValue and var size ? (int)size : -1;
            dimension.Skip();
        }

        return -1;
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
}
