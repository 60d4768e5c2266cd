namespace TypedExplain.Errors;

/// <summary>How much memory options may ask for.</summary>
internal static class MemoryLimit
{
    /// <summary>The most numbers of one table: two gibibytes of doubles.</summary>
    public const int Numbers = 1 << 28;
}
