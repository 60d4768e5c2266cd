using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TypedExplain.Json;

/// <summary>Writes a value that was parsed as RFC 8785 has it.</summary>
internal sealed class CanonicalText
{
    private const int Space = 0x20;

    // What a string must escape: controls, quotes and backslashes.
    private static readonly SearchValues<char> s_escaped = SearchValues.Create([.. Enumerable.Range(0, Space).Select(code => (char)code), '"', '\\']);

    private readonly ArrayBufferWriter<byte> _text = new();
    private readonly JsonPath _path = new();

    /// <summary>The text so far.</summary>
    public byte[] ToArray() => _text.WrittenSpan.ToArray();

    /// <summary>Writes a value.</summary>
    /// <exception cref="InvalidJsonException">A name stands twice in an object, a number is larger than any double, or a string holds half of a surrogate pair.</exception>
    public void Write(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(value);
                break;
            case JsonValueKind.Array:
                WriteArray(value);
                break;
            case JsonValueKind.String:
                Write(JsonText.Decoded(value, _path));
                break;
            case JsonValueKind.Number:
                Add(value.TryGetDouble(out double number) && double.IsFinite(number)
                    ? CanonicalNumber.Text(number)
                    : throw new InvalidJsonException($"{_path} is a number that no double holds."));
                break;
            default:
                Add(value.ValueKind switch { JsonValueKind.True => "true", JsonValueKind.False => "false", _ => "null" });
                break;
        }
    }

    /// <summary>Writes a string with its quotes.</summary>
    public void Write(string text)
    {
        Add("\"");
        ReadOnlySpan<char> left = text;
        while (left.IndexOfAny(s_escaped) is >= 0 and int at)
        {
            Add(left[..at]);
            Add(Escape(left[at]));
            left = left[(at + 1)..];
        }

        Add(left);
        Add("\"");
    }

    private void WriteObject(JsonElement value)
    {
        (string Name, JsonElement Value)[] members = [.. value.EnumerateObject().Select(member => (JsonText.Name(member, _path), member.Value))];
        Array.Sort(members, static (one, other) => string.CompareOrdinal(one.Name, other.Name));
        Add("{");
        for (int i = 0; i < members.Length; i++)
        {
            if (i > 0)
                Add(members[i].Name != members[i - 1].Name ? "," : throw Twice(members[i].Name));
            Write(members[i].Name);
            Add(":");
            _path.Enter(members[i].Name);
            Write(members[i].Value);
            _path.Leave();
        }

        Add("}");
    }

    private void WriteArray(JsonElement value)
    {
        Add("[");
        int item = 0;
        foreach (JsonElement own in value.EnumerateArray())
        {
            if (item > 0)
                Add(",");
            _path.Enter(item++);
            Write(own);
            _path.Leave();
        }

        Add("]");
    }

    private InvalidJsonException Twice(string name)
    {
        _path.Enter(name);
        return new($"{_path} stands twice.");
    }

    private static string Escape(char symbol) => symbol switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\b' => "\\b",
        '\t' => "\\t",
        '\n' => "\\n",
        '\f' => "\\f",
        '\r' => "\\r",
        _ => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)symbol:x4}"),
    };

    private void Add(ReadOnlySpan<char> text) => _text.Advance(Encoding.UTF8.GetBytes(text, _text.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length))));
}
