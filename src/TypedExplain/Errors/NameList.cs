namespace TypedExplain.Errors;

/// <summary>Names in a row as a message shows them: the first, and how many more there are.</summary>
internal static class NameList
{
    /// <summary>How many names a message shows.</summary>
    public const int Most = 12;

    /// <summary>Names with commas.</summary>
    public static string Names<TName>(IEnumerable<TName> names) => Names(names, static name => name?.ToString() ?? "");

    /// <summary>Names with commas.</summary>
    /// <param name="names">What is named.</param>
    /// <param name="text">How it is named.</param>
    public static string Names<TName>(IEnumerable<TName> names, Func<TName, string> text)
    {
        TName[] all = [.. names];
        string shown = string.Join(", ", all.Take(Most).Select(text));
        return all.Length <= Most ? shown : $"{shown} and {all.Length - Most} more";
    }
}
