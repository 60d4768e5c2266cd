namespace TypedExplain.Generators.Model;

/// <summary>The constants of the runtime's <c>Cell</c>; a test keeps them equal.</summary>
internal static class RuntimeLimits
{
    public const double LargestDecimal = 7.9e27;

    public const double LargestInteger = 9007199254740991;

    /// <summary>The most columns of a row; more are a mistake, and would soon be more than an array can have.</summary>
    public const int LongestRow = 10_000_000;
}
