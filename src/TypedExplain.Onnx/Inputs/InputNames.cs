namespace TypedExplain.Onnx;

/// <summary>Matches names of inputs to names of features.</summary>
internal static class InputNames
{
    /// <summary>The letters and digits of a name, without regard to case: "Annual_income" and "AnnualIncome" are the same.</summary>
    public static string Key(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    /// <summary>The name of the property that a feature is a part of: "Address" of "Address.Income", "Prices" of "Prices[3]".</summary>
    public static string Root(string name)
    {
        int end = name.AsSpan().IndexOfAny('.', '[');
        return end < 0 ? name : name[..end];
    }
}
