using System.Text;
using System.Text.RegularExpressions;

namespace TypedExplain.Fuzz.Mutators;

/// <summary>Changes values and names of JSON that stays JSON, so that what comes after the parser is reached; every other time any part of the text.</summary>
internal static partial class JsonMutator
{
    private static readonly string[] s_values =
    [
        "null", "true", "false", "[]", "{}", "\"\"", "[null]", "[1,2,3]", "{\"\":0}", "[[[[]]]]", "{\"a\":{\"b\":[{}]}}",
        "0", "-0", "-0.0", "1E+2", "1e400", "-1e400", "5e-324", "1e-400", "0.30000000000000004", "1.0000000000000000000000000001", "12345678901234567890", "9007199254740993", "79228162514264337593543950336", "2147483648", "1.5", "3.0", "1e0",
        "\"1\"", "\"NaN\"", "\"Infinity\"", "\"true\"", "\"null\"", "\" \"", "\"\\u0000\"", "\"\\ud800\"", "\"\\ud835\\udcd0\"", "\"AAAA\"", "\"AAAA====\"", "\"AACAPwAAgH8AAMD/AAAAAA==\"",
        "\"2024-02-29\"", "\"2023-02-29\"", "\"0001-01-01\"", "\"9999-12-31\"", "\"2024-01-01T24:00:00Z\"", "\"2024-06-30T23:59:60Z\"", "\"0001-01-01T00:00:00+14:00\"", "\"9999-12-31T23:59:59.9999999-14:00\"", "\"2024-01-01T00:00\"", "\"12:00\"", "\"23:59:59.9999999\"", "\"-P1D\"", "\"1.00:00:00\"",
    ];

    public static byte[] Mutate(Random random, byte[] bytes, byte[] other)
    {
        if (random.Next(3) == 0)
            return TextMutator.Mutate(random, bytes, other);
        string text = Encoding.UTF8.GetString(bytes);
        string[] others = [.. Value().Matches(Encoding.UTF8.GetString(other)).Select(match => match.Value)];
        for (int changes = random.Next(1, 4); changes > 0; changes--)
            text = random.Next(4) == 0 ? WithName(random, text) : WithValue(random, text, others);
        return Encoding.UTF8.GetBytes(text);
    }

    /// <summary>With another value in the place of one.</summary>
    private static string WithValue(Random random, string text, string[] others)
    {
        MatchCollection values = Value().Matches(text);
        if (values.Count == 0)
            return text;
        Match at = values[random.Next(values.Count)];
        string value = random.Next(4) == 0 && others.Length > 0 ? random.Any(others) : random.Next(8) == 0 ? random.Number().ToString("R", System.Globalization.CultureInfo.InvariantCulture) : random.Any(s_values);
        return text[..at.Index] + value + text[(at.Index + at.Length)..];
    }

    /// <summary>With a name that is written otherwise, or a member that is there twice or no more.</summary>
    private static string WithName(Random random, string text)
    {
        MatchCollection names = Name().Matches(text);
        if (names.Count == 0)
            return text;
        Match at = names[random.Next(names.Count)];
        string name = at.Groups[1].Value, written = random.Next(7) switch
        {
            0 => name.ToLowerInvariant(),
            1 => name.ToUpperInvariant(),
            2 => string.Join("_", name.AsEnumerable()),
            3 => name + "." + name,
            4 => $"{name}\":null,\"{name}",
            5 => string.Concat(name.Select(one => $"\\u{(int)one:x4}")),
            _ => random.Any(Mutation.Texts).Replace("\"", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal),
        };
        return text[..at.Groups[1].Index] + written + text[(at.Groups[1].Index + name.Length)..];
    }

    /// <summary>A number, text, flag or null that is no name.</summary>
    [GeneratedRegex("""(?<=[:\[,]\s*)("(?:[^"\\]|\\.)*"(?!\s*:)|-?[0-9][0-9.eE+-]*|true|false|null)""")]
    private static partial Regex Value();

    [GeneratedRegex("\"([^\"\\\\]*)\"\\s*:")]
    private static partial Regex Name();
}
