namespace TypedExplain.Schema.Values;

/// <summary>Matches names of inputs to names of features; the generator is built with the same file, so both match alike.</summary>
internal static class NameKey
{
    /// <summary>The letters and digits of a name, without regard to case: "Annual_income" and "AnnualIncome" are the same.</summary>
    public static string Of(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
