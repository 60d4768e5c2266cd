namespace TypedExplain.Generators.Model;

/// <summary>The constants of the runtime's <c>Cell</c>; a test keeps them equal.</summary>
internal static class RuntimeLimits
{
    public const double LargestDecimal = 7.9e27;

    public const double LargestInteger = 9007199254740991;
}
