namespace TypedExplain.Generators;

/// <summary>Names in a row as a message shows them: the first, and how many more there are.</summary>
internal static class NameList
{
    private const int Most = 12;

    /// <summary>Names with commas.</summary>
    public static string Names(IEnumerable<string> names)
    {
        string[] all = names.ToArray();
        string shown = string.Join(", ", all.Take(Most));
        return all.Length <= Most ? shown : FormattableString.Invariant($"{shown} and {all.Length - Most} more");
    }
}
