using System.Collections.Immutable;
using TypedExplain.Errors;

namespace TypedExplain.Data.CsvFiles;

/// <summary>A closed list of names as the cells of a column hold them.</summary>
/// <param name="names">The names, in order.</param>
/// <param name="numbers">The numbers that an enum gives them, which a cell may hold instead; empty for texts.</param>
/// <param name="shown">What a reader calls them, which a cell may hold instead; empty where that is nothing else.</param>
/// <param name="isProtected">Whether a message may not tell which of them a cell holds.</param>
internal sealed class CsvNames(ImmutableArray<string> names, ImmutableArray<long> numbers, ImmutableArray<string> shown, bool isProtected = false)
{
    /// <summary>
    /// Finds a name as it is written, or else the only one that differs in upper and lower case or in how accents are
    /// encoded only.
    /// </summary>
    public string? Read(string text, out int position)
    {
        position = names.IndexOf(text);
        if (position >= 0)
            return null;
        string name = UnicodeComposition.Compose(text.Trim());
        if (name.Length == 0)
            return CsvWords.Missing(Allowed);

        if (!numbers.IsEmpty && CsvNumber.TryWhole(name, out long number) && numbers.IndexOf(number) is >= 0 and int found)
        {
            position = found;
            return null;
        }

        int[] alike = Alike(names, name);
        if (alike.Length == 0)
            alike = Alike(shown, name);
        position = alike.Length == 1 ? alike[0] : names.IndexOf(name);
        return position >= 0 ? null
            : alike.Length > 1 ? $"it could be {(isProtected ? "several names" : string.Join(" or ", alike.Take(NameList.Most).Select(i => names[i])))}; write one of them as it stands"
            : CsvWords.Must(text, Allowed);
    }

    private static int[] Alike(ImmutableArray<string> names, string name) =>
        [.. Enumerable.Range(0, names.Length).Where(i => UnicodeComposition.Compose(names[i]).Equals(name, StringComparison.OrdinalIgnoreCase))];

    private string Allowed => names.Length == 1 ? names[0]
        : $"one of {(names.Length <= NameList.Most ? "" : $"{names.Length} names: ")}{NameList.Names(names)}";
}
