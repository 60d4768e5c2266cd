using System.Text;

namespace TypedExplain.Generators.Tests.Onnx;

/// <summary>Writes protobuf messages, so that tests need no binary files.</summary>
internal sealed class OnnxWriter
{
    private readonly MemoryStream _bytes = new();

    public byte[] Bytes => _bytes.ToArray();

    public OnnxWriter Number(int field, long value)
    {
        Varint((ulong)field << 3);
        Varint((ulong)value);
        return this;
    }

    public OnnxWriter Text(int field, string text) => Content(field, Encoding.UTF8.GetBytes(text));

    public OnnxWriter Message(int field, Action<OnnxWriter> write)
    {
        OnnxWriter inner = new();
        write(inner);
        return Content(field, inner.Bytes);
    }

    public OnnxWriter Content(int field, byte[] content)
    {
        Start(field, content.Length);
        _bytes.Write(content);
        return this;
    }

    /// <summary>Begins a field whose content the caller writes.</summary>
    public OnnxWriter Start(int field, long length)
    {
        Varint(((ulong)field << 3) | 2);
        Varint((ulong)length);
        return this;
    }

    private void Varint(ulong value)
    {
        for (; value > 127; value >>= 7)
            _bytes.WriteByte((byte)(value | 128));
        _bytes.WriteByte((byte)value);
    }
}
