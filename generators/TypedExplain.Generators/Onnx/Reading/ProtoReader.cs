using System.Globalization;
using System.IO;
using System.Text;

namespace TypedExplain.Generators.Onnx.Reading;

/// <summary>
/// Reads protobuf messages field by field. The content of a field is read only where it is asked for, so that weights
/// cost the few bytes that tell their length.
/// </summary>
/// <param name="stream">The file, which can seek.</param>
internal sealed class ProtoReader(Stream stream)
{
    /// <summary>Longer names are a sign that the bytes are something else.</summary>
    private const int LongestText = 1 << 16;

    /// <summary>The whole file as a message.</summary>
    public ProtoField Root { get; } = new(0, 0, 0, stream.Length, IsMessage: true);

    /// <summary>The fields of a message, in the order of the file.</summary>
    /// <exception cref="InvalidOnnxException">A field ends after the message, or is of no known form.</exception>
    public IEnumerable<ProtoField> Fields(ProtoField message)
    {
        long at = message.Start;
        while (at < message.End)
        {
            stream.Position = at;
            ulong key = Varint(message.End);
            ProtoField field = Field((int)(key >> 3), (int)(key & 7), message.End);
            if (field.Number == 0 || key >> 32 != 0)
                throw new InvalidOnnxException("is not an ONNX model: its bytes are not a protobuf message");
            if (field.End > message.End || field.End < field.Start)
                throw Truncated(message.End);
            at = field.End;
            yield return field;
        }
    }

    /// <summary>A text.</summary>
    public string Text(ProtoField field)
    {
        long length = field.End - field.Start;
        if (!field.IsMessage || length > LongestText)
            throw new InvalidOnnxException("is not an ONNX model: it holds something else where a name should be");
        byte[] bytes = new byte[length];
        stream.Position = field.Start;
        int read = 0;
        while (read < bytes.Length && stream.Read(bytes, read, bytes.Length - read) is > 0 and var more)
            read += more;
        return read == bytes.Length ? Encoding.UTF8.GetString(bytes) : throw Truncated(field.End);
    }

    /// <summary>Whole numbers, whether packed or one.</summary>
    public IEnumerable<long> Numbers(ProtoField field)
    {
        if (!field.IsMessage)
        {
            yield return field.Value;
            yield break;
        }

        long at = field.Start;
        while (at < field.End)
        {
            stream.Position = at;
            long value = unchecked((long)Varint(field.End));
            at = stream.Position;
            yield return value;
        }
    }

    private ProtoField Field(int number, int form, long end)
    {
        long start = stream.Position;
        switch (form)
        {
            case 0:
                ulong value = Varint(end);
                return new(number, unchecked((long)value), start, stream.Position, IsMessage: false);
            case 1:
                return new(number, 0, start, start + 8, IsMessage: false);
            case 2:
                ulong length = Varint(end);
                start = stream.Position;
                return new(number, 0, start, length > long.MaxValue / 2 ? long.MaxValue : start + (long)length, IsMessage: true);
            case 5:
                return new(number, 0, start, start + 4, IsMessage: false);
            default:
                throw new InvalidOnnxException("is not an ONNX model: its bytes are not a protobuf message");
        }
    }

    private ulong Varint(long end)
    {
        ulong value = 0;
        for (int shift = 0; shift < 70; shift += 7)
        {
            int next = stream.Position < end ? stream.ReadByte() : -1;
            if (next < 0)
                throw Truncated(end);
            value |= (ulong)(next & 127) << shift;
            if (next < 128)
                return value;
        }

        throw new InvalidOnnxException("is not an ONNX model: its bytes are not a protobuf message");
    }

    private static InvalidOnnxException Truncated(long end) =>
        new($"is truncated, or no ONNX model: a part of it goes on after byte {end.ToString(CultureInfo.InvariantCulture)}");
}
