using System.Collections.Immutable;
using System.Globalization;

namespace TypedExplain;

/// <summary>A closed list of names as the cells of a column hold them.</summary>
/// <param name="names">The names, in order.</param>
/// <param name="numbers">The numbers that an enum gives them, which a cell may hold instead; empty for texts.</param>
internal sealed class CsvNames(ImmutableArray<string> names, ImmutableArray<long> numbers)
{
    /// <summary>How many names a reason lists.</summary>
    private const int Listed = 12;

    /// <summary>Finds a name as it is written, or else the only one that differs in upper and lower case alone.</summary>
    public string? Read(string text, out int position)
    {
        position = names.IndexOf(text);
        if (position >= 0)
            return null;
        string name = text.Trim();
        if (name.Length == 0)
            return CsvWords.Missing(Allowed);

        if (long.TryParse(name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) && numbers.IndexOf(number) is >= 0 and int found)
        {
            position = found;
            return null;
        }

        int[] alike = [.. Enumerable.Range(0, names.Length).Where(i => names[i].Equals(name, StringComparison.OrdinalIgnoreCase))];
        position = alike.Length == 1 ? alike[0] : names.IndexOf(name);
        return position >= 0 ? null
            : alike.Length > 1 ? $"it could be {string.Join(" or ", alike.Select(i => names[i]))}; write one of them as it stands"
            : CsvWords.Must(Allowed);
    }

    private string Allowed => names.Length == 1 ? names[0] : names.Length <= Listed
        ? "one of " + string.Join(", ", names)
        : $"one of {names.Length} names: {string.Join(", ", names.Take(Listed))} and {names.Length - Listed} more";
}
