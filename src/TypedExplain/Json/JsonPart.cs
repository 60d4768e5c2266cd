using System.Buffers;
using System.Globalization;
using System.Text.Json;
using TypedExplain.Errors;

namespace TypedExplain.Json;

/// <summary>A part of a JSON text with the place where it stands: what is wrong with it is said by name, and never with the value itself.</summary>
/// <param name="Value">The value.</param>
/// <param name="Path">Where it stands.</param>
internal readonly record struct JsonPart(JsonElement Value, string Path)
{
    private const int HexDigits = 16;

    private static readonly SearchValues<char> s_hex = SearchValues.Create("0123456789abcdef");

    /// <summary>A member that must be there.</summary>
    public JsonPart this[string name] => Optional(name) ?? throw new InvalidJsonException($"{Path}.{name} is missing.");

    /// <summary>A member; null where there is none.</summary>
    public JsonPart? Optional(string name)
    {
        if (Value.ValueKind != JsonValueKind.Object)
            throw Wrong("an object");
        return Value.TryGetProperty(name, out JsonElement value) ? new(value, $"{Path}.{name}") : null;
    }

    /// <summary>The items of a list.</summary>
    public IEnumerable<JsonPart> Items()
    {
        if (Value.ValueKind != JsonValueKind.Array)
            throw Wrong("a list");
        string path = Path;
        return Value.EnumerateArray().Select((item, i) => new JsonPart(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]")));
    }

    /// <summary>The items of a list that must have so many.</summary>
    public JsonPart[] Items(int count, string of)
    {
        RequireItems(count, of);
        return [.. Items()];
    }

    /// <summary>A string.</summary>
    public string Text() => Value.ValueKind == JsonValueKind.String ? JsonText.Decoded(Value, Path) : throw Wrong("a text");

    /// <summary>True or false.</summary>
    public bool Flag() => Value.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => throw Wrong("true or false") };

    /// <summary>A double of any kind: a number, or as text the bits of one that JSON loses.</summary>
    public double Double()
    {
        if (Value.ValueKind == JsonValueKind.Number)
            return Value.TryGetDouble(out double number) && double.IsFinite(number) ? number : throw new InvalidJsonException($"{Path} is a number that no double holds.");
        if (Value.ValueKind == JsonValueKind.String && Text() is { Length: HexDigits } digits && !digits.AsSpan().ContainsAnyExcept(s_hex)
            && BitConverter.UInt64BitsToDouble(ulong.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)) is var value && JsonValues.IsLost(value))
            return value;
        throw Wrong("a number, or the 16 hexadecimal digits of the bits of one that JSON loses, such as 8000000000000000 for -0");
    }

    /// <summary>Whether there is no value.</summary>
    public bool IsNull => Value.ValueKind == JsonValueKind.Null;

    /// <summary>A double within bounds.</summary>
    public double Double(double least, double most)
    {
        double value = Double();
        return value >= least && value <= most ? value : throw Wrong(Bounds(least, most));
    }

    /// <summary>A finite double.</summary>
    public double Finite() => Double(double.MinValue, double.MaxValue);

    /// <summary>A list of doubles.</summary>
    public double[] Doubles() => Value.ValueKind == JsonValueKind.Array ? Doubles(Value.GetArrayLength(), "item") : throw Wrong("a list");

    /// <summary>A list of so many doubles.</summary>
    public double[] Doubles(int count, string of) => Each(count, of, static item => item.Double());

    /// <summary>A list of so many whole numbers within bounds.</summary>
    public int[] Wholes(int count, string of, int least, int most) => Each(count, of, item => item.Whole(least, most));

    /// <summary>A whole number within bounds.</summary>
    public int Whole(int least = 0, int most = int.MaxValue) =>
        Value.ValueKind == JsonValueKind.Number && Value.TryGetInt32(out int value) && value >= least && value <= most
            ? value
            : throw Wrong(string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"));

    /// <summary>One of the names of an enumeration.</summary>
    public TEnum Word<TEnum>()
        where TEnum : struct, Enum
    {
        string text = Text();
        foreach (TEnum value in Enum.GetValues<TEnum>())
        {
            if (value.ToString() == text)
                return value;
        }

        throw Wrong($"one of {NameList.Names(Enum.GetValues<TEnum>())}");
    }

    /// <summary>The error of this part.</summary>
    /// <param name="expected">What it must be.</param>
    /// <param name="inner">What said so.</param>
    public InvalidJsonException Wrong(string expected, Exception? inner = null) => new($"{Path} is {Found}; it must be {expected}.", inner);

    private void RequireItems(int count, string of)
    {
        int found = Value.ValueKind == JsonValueKind.Array ? Value.GetArrayLength() : throw Wrong("a list");
        if (found != count)
            throw new InvalidJsonException(string.Create(CultureInfo.InvariantCulture, $"{Path} has {found} items; it must have {count}, one per {of}."));
    }

    /// <summary>Reads every item; where one stands is put into words only if it is wrong.</summary>
    private TItem[] Each<TItem>(int count, string of, Func<JsonPart, TItem> read)
    {
        RequireItems(count, of);
        TItem[] items = new TItem[count];
        int at = 0;
        foreach (JsonElement item in Value.EnumerateArray())
        {
            try
            {
                items[at++] = read(new(item, ""));
            }
            catch (InvalidJsonException)
            {
                return [read(new(item, string.Create(CultureInfo.InvariantCulture, $"{Path}[{at - 1}]")))];
            }
        }

        return items;
    }

    private string Found => Value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => Value.ValueKind == JsonValueKind.True ? "true" : "false",
    };

    private static string Bounds(double least, double most) => (double.IsFinite(least) && least > double.MinValue, double.IsFinite(most) && most < double.MaxValue) switch
    {
        (true, true) => string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}"),
        (true, false) => string.Create(CultureInfo.InvariantCulture, $"a number, {least} or more"),
        (false, true) => string.Create(CultureInfo.InvariantCulture, $"a number, {most} or less"),
        _ => double.IsInfinity(least) ? "a number" : "a finite number",
    };
}
