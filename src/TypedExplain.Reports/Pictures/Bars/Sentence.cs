namespace TypedExplain.Reports.Pictures.Bars;

/// <summary>Parts of sentences as sentences.</summary>
internal static class Sentence
{
    /// <summary>With a capital and a full stop.</summary>
    public static string Of(string text) => text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..] + (text[^1] is '.' or '!' or '?' ? "" : ".");
}
