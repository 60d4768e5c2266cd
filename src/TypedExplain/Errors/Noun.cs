namespace TypedExplain.Errors;

/// <summary>A noun behind a number: row behind 1 and rows behind any other.</summary>
internal static class Noun
{
    /// <summary>The noun as it stands behind a number.</summary>
    /// <param name="count">The number.</param>
    /// <param name="one">The noun of one thing.</param>
    /// <param name="many">That of several; null if only an s is added.</param>
    public static string Of(long count, string one, string? many = null) => count == 1 ? one : many ?? $"{one}s";
}
