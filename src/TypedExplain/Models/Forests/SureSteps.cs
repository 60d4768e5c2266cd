namespace TypedExplain.Forests;

/// <summary>How far all walks can go before one must be looked at, in the order in which the lesser holds for many trees.</summary>
internal enum SureSteps
{
    /// <summary>One step, and it may have come to a leaf.</summary>
    One,

    /// <summary>Two steps.</summary>
    Two,

    /// <summary>One step, and every walk is at a leaf then.</summary>
    OneIsAll,
}
