namespace TypedExplain.Generators.Onnx.Contracts;

/// <summary>Matches names of inputs to names of features, as the runtime does.</summary>
internal static class NameKey
{
    /// <summary>The letters and digits of a name, without regard to case: "annual_income" and "AnnualIncome" are the same.</summary>
    public static string Of(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    /// <summary>A property that such a name would match: "AnnualIncome" for "annual_income".</summary>
    public static string Property(string name)
    {
        string[] words = string.Concat(name.Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')).Split([' '], StringSplitOptions.RemoveEmptyEntries);
        string joined = string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));
        return joined.Length == 0 || char.IsDigit(joined[0]) ? "_" + joined : joined;
    }
}
