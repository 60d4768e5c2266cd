namespace TypedExplain.Generators.Onnx.Contracts;

/// <summary>Names of properties for names of inputs.</summary>
internal static class PropertyName
{
    /// <summary>A property that such a name would match: "AnnualIncome" for "annual_income".</summary>
    public static string From(string name)
    {
        string[] words = string.Concat(name.Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')).Split([' '], StringSplitOptions.RemoveEmptyEntries);
        string joined = string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));
        return joined.Length == 0 || char.IsDigit(joined[0]) ? "_" + joined : joined;
    }
}
