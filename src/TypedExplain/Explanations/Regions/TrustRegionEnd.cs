namespace TypedExplain;

/// <summary>Why the search for a trust region ended.</summary>
public enum TrustRegionEnd
{
    /// <summary>A wider cube fails: the region is as wide as it can be, within the tolerance.</summary>
    Found,

    /// <summary>Nothing failed up to the largest half width that may be tried; a wider region may hold.</summary>
    LargestTried,

    /// <summary>Nothing failed, and the cube holds every legal value of the numbers that vary.</summary>
    EveryLegalRecord,

    /// <summary>The budget of the search or of the model was spent; the region is what was found until then, and a wider one may hold.</summary>
    BudgetSpent,

    /// <summary>The fidelity at the instance itself is below what is asked for: there is no region.</summary>
    BelowAtInstance,

    /// <summary>The fidelity fails right beside the instance, nearer than a ten thousandth of a standard deviation: there is no region.</summary>
    TooNarrow,
}
