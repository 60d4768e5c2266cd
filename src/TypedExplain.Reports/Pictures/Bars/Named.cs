namespace TypedExplain.Reports.Pictures.Bars;

/// <summary>Values in words.</summary>
internal static class Named
{
    /// <summary>A value that a reader can see: of the empty name its quotes.</summary>
    public static string Of(string label) => label.Length == 0 ? "\"\"" : label;
}
