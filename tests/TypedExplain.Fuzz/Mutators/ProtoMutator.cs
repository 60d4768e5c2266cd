using System.Text;

namespace TypedExplain.Fuzz.Mutators;

/// <summary>Changes protobuf messages field by field, and writes the lengths around them anew: what comes out is still a message.</summary>
internal static class ProtoMutator
{
    /// <summary>A field: a number, bytes, or the fields of a message inside.</summary>
    private sealed record Field(int Number, int Form, ulong Value, byte[] Bytes, List<Field>? Inner);

    public static byte[] Mutate(Random random, byte[] bytes, byte[] other)
    {
        if (Parse(bytes, 0) is not { Count: > 0 } message)
            return Mutation.Bytes(random, bytes, other);
        for (int changes = random.Next(1, 4); changes > 0; changes--)
            Change(random, message, Parse(other, 0) ?? [], 0);
        using MemoryStream written = new();
        Write(message, written);
        return written.ToArray();
    }

    private static void Change(Random random, List<Field> message, List<Field> other, int depth)
    {
        if (message.Count == 0)
            return;
        int at = random.Next(message.Count);
        Field field = message[at];
        if (field.Inner is { Count: > 0 } inner && depth < 12 && random.Next(8) > 0)
        {
            Change(random, inner, other.FirstOrDefault(own => own.Number == field.Number && own.Inner is not null)?.Inner ?? other, depth + 1);
            return;
        }

        switch (random.Next(8))
        {
            case 0:
                message.RemoveAt(at);
                break;
            case 1:
                message.Insert(random.Next(message.Count + 1), field);
                break;
            case 2:
                message[at] = field with { Number = random.Next(1, 24) };
                break;
            case 3 when other.Count > 0:
                message.Insert(at, random.Any(other));
                break;
            case 4:
                message[at] = new(field.Number, 2, 0, Encoding.UTF8.GetBytes(random.Any(Mutation.Texts)), null);
                break;
            case 5:
                message.AddRange(Enumerable.Repeat(field, random.Next(2, 20)));
                break;
            default:
                message[at] = field.Form == 2 && field.Inner is null
                    ? field with { Bytes = Mutation.Bytes(random, field.Bytes, field.Bytes) }
                    : new(field.Number, 0, unchecked((ulong)random.Number()), [], null);
                break;
        }
    }

    private static List<Field>? Parse(ReadOnlySpan<byte> bytes, int depth)
    {
        List<Field> fields = [];
        for (int at = 0; at < bytes.Length;)
        {
            if (!Varint(bytes, ref at, out ulong tag) || tag >> 3 is 0 or > 1000)
                return null;
            (int number, int form) = ((int)(tag >> 3), (int)(tag & 7));
            ulong value = 0;
            if (form is 0 or 2 && !Varint(bytes, ref at, out value))
                return null;
            int length = form switch { 0 => 0, 1 => 8, 5 => 4, 2 when value <= (ulong)(bytes.Length - at) => (int)value, _ => -1 };
            if (length < 0 || length > bytes.Length - at)
                return null;
            ReadOnlySpan<byte> content = bytes.Slice(at, length);
            fields.Add(new(number, form, value, content.ToArray(), form == 2 && length > 1 && depth < 10 ? Parse(content, depth + 1) : null));
            at += length;
        }

        return fields;
    }

    private static void Write(List<Field> message, MemoryStream to)
    {
        foreach (Field field in message)
        {
            Varint(to, ((ulong)field.Number << 3) | (uint)field.Form);
            byte[] bytes = field.Bytes;
            if (field.Inner is { } inner)
            {
                using MemoryStream written = new();
                Write(inner, written);
                bytes = written.ToArray();
            }

            if (field.Form is 0 or 2)
                Varint(to, field.Form == 0 ? field.Value : (ulong)bytes.Length);
            if (field.Form != 0)
                to.Write(bytes);
        }
    }

    private static bool Varint(ReadOnlySpan<byte> bytes, ref int at, out ulong value)
    {
        value = 0;
        for (int shift = 0; shift < 64 && at < bytes.Length; shift += 7)
        {
            byte own = bytes[at++];
            value |= (ulong)(own & 0x7F) << shift;
            if (own < 0x80)
                return true;
        }

        return false;
    }

    private static void Varint(MemoryStream to, ulong value)
    {
        for (; value >= 0x80; value >>= 7)
            to.WriteByte((byte)(value | 0x80));
        to.WriteByte((byte)value);
    }
}
