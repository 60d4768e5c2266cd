using TypedExplain.Data.CsvFiles;
using TypedExplain.Errors;

namespace TypedExplain.Data.JsonRecords;

/// <summary>Which name was meant by one that nothing has.</summary>
internal static class NearName
{
    // Longer names are no slips.
    private const int Longest = 64;

    /// <summary>The nearest of some names where one is near, else what there is: a sentence.</summary>
    public static string Hint(string name, IEnumerable<string> names)
    {
        string[] all = [.. names];
        string plain = Plain(name);
        string? nearest = plain.Length is 0 or > Longest ? null
            : all.Select(own => (Name: own, Steps: Steps(plain, Plain(own)))).Where(own => own.Steps <= Math.Max(1, plain.Length / 3)).OrderBy(own => own.Steps).Select(own => own.Name).FirstOrDefault();
        return nearest is not null ? $"did you mean {nearest}? Rename or remove it"
            : all.Length == 0 ? "remove it"
            : $"it has {NameList.Names(all)}; remove it, or give it one of these names";
    }

    private static string Plain(string name) => CsvHeader.Plain(name.Length <= 4 * Longest ? name : "").ToUpperInvariant();

    /// <summary>How many letters must be changed, put in or left out to make one name of another.</summary>
    private static int Steps(string name, string other)
    {
        if (other.Length > Longest)
            return int.MaxValue;
        int[] above = [.. Enumerable.Range(0, other.Length + 1)], row = new int[other.Length + 1];
        for (int i = 0; i < name.Length; i++)
        {
            row[0] = i + 1;
            for (int j = 0; j < other.Length; j++)
                row[j + 1] = Math.Min(Math.Min(above[j + 1], row[j]) + 1, above[j] + (name[i] == other[j] ? 0 : 1));
            (above, row) = (row, above);
        }

        return above[^1];
    }
}
