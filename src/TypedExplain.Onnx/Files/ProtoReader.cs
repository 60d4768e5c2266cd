using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace TypedExplain.Onnx.Files;

/// <summary>Reads the fields of one protobuf message, in the order in which they were written.</summary>
internal ref struct ProtoReader(ReadOnlySpan<byte> message)
{
    private const int LongestVarint = 10;

    // 29 bits, as protobuf has them.
    private const ulong LargestField = (1 << 29) - 1;

    private readonly ReadOnlySpan<byte> _message = message;
    private int _at;

    /// <summary>How the field's value is written.</summary>
    private ProtoWire _wire;

    /// <summary>The number of the field.</summary>
    public int Field { get; private set; }

    /// <summary>Goes to the next field; the value of the one before must have been read or skipped.</summary>
    public bool Next()
    {
        if (_at == _message.Length)
            return false;
        ulong tag = Varint();
        if (tag >> 3 is 0 or > LargestField)
            throw Damaged();
        (Field, _wire) = ((int)(tag >> 3), (ProtoWire)(tag & 7));
        return true;
    }

    /// <summary>A whole number, a flag or an enum.</summary>
    public long Integer() => _wire == ProtoWire.Varint ? (long)Varint() : throw Damaged();

    /// <summary>A number of single precision.</summary>
    public float Single() => _wire == ProtoWire.Fixed32 ? BinaryPrimitives.ReadSingleLittleEndian(Take(sizeof(float))) : throw Damaged();

    /// <summary>Bytes, or a message inside this one.</summary>
    public ReadOnlySpan<byte> Bytes() => _wire == ProtoWire.Bytes ? Take(Length()) : throw Damaged();

    /// <summary>A text.</summary>
    public string Text() => Encoding.UTF8.GetString(Bytes());

    /// <summary>Numbers of single precision, one or many of a repeated field.</summary>
    public void Singles(List<float> values)
    {
        if (_wire == ProtoWire.Fixed32)
        {
            values.Add(Single());
            return;
        }

        for (ReadOnlySpan<byte> packed = Bytes(); packed.Length >= sizeof(float); packed = packed[sizeof(float)..])
            values.Add(BinaryPrimitives.ReadSingleLittleEndian(packed));
    }

    /// <summary>Numbers of double precision, one or many of a repeated field.</summary>
    public void Doubles(List<double> values)
    {
        ReadOnlySpan<byte> packed = _wire == ProtoWire.Fixed64 ? Take(sizeof(double)) : Bytes();
        for (; packed.Length >= sizeof(double); packed = packed[sizeof(double)..])
            values.Add(BinaryPrimitives.ReadDoubleLittleEndian(packed));
    }

    /// <summary>Whole numbers, one or many of a repeated field.</summary>
    public void Integers(List<long> values)
    {
        if (_wire == ProtoWire.Varint)
        {
            values.Add((long)Varint());
            return;
        }

        ProtoReader packed = new(Bytes());
        while (packed._at < packed._message.Length)
            values.Add((long)packed.Varint());
    }

    /// <summary>Passes over the field's value.</summary>
    public void Skip()
    {
        switch (_wire)
        {
            case ProtoWire.Varint:
                Varint();
                break;
            case ProtoWire.Fixed64:
                Take(sizeof(ulong));
                break;
            case ProtoWire.Bytes:
                Take(Length());
                break;
            case ProtoWire.Fixed32:
                Take(sizeof(uint));
                break;
            default:
                throw Damaged();
        }
    }

    private int Length()
    {
        ulong length = Varint();
        return length <= (ulong)(_message.Length - _at) ? (int)length : throw Damaged();
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > _message.Length - _at)
            throw Damaged();
        ReadOnlySpan<byte> bytes = _message.Slice(_at, length);
        _at += length;
        return bytes;
    }

    private ulong Varint()
    {
        ulong value = 0;
        for (int i = 0; i < LongestVarint && _at < _message.Length; i++)
        {
            byte own = _message[_at++];
            value |= (ulong)(own & 0x7F) << (7 * i);
            if (own < 0x80)
                return value;
        }

        throw Damaged();
    }

    private readonly InvalidModelException Damaged() => new(string.Create(CultureInfo.InvariantCulture, $"The model is not an ONNX model, or it is cut off or damaged: byte {_at} of a message of {_message.Length} bytes is not what protobuf writes there."));
}
