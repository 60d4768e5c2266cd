namespace TypedExplain.Schema.Values;

/// <summary>What a row of columns can hold; the generator and the analyzers are built with the same file.</summary>
internal static class RuntimeLimits
{
    /// <summary>The largest magnitude of a <see cref="decimal"/> feature.</summary>
    public const double LargestDecimal = 7.9e27;

    /// <summary>The largest magnitude of a <see cref="long"/> or <see cref="ulong"/> feature: beyond it a column would lose units.</summary>
    public const double LargestInteger = 9007199254740991;

    /// <summary>The most columns of a row; more are a mistake, and would soon be more than an array can have.</summary>
    public const int LongestRow = 10_000_000;
}
