namespace TypedExplain.Models.Forests.Walking;

/// <summary>How far all walks can go before any must be looked at; trees that differ have <see cref="One"/> in common.</summary>
internal enum UncheckedSteps
{
    /// <summary>One step, and it may have come to a leaf.</summary>
    One,

    /// <summary>Two steps.</summary>
    Two,

    /// <summary>One step, and every walk is at a leaf then.</summary>
    OneIsAll,
}
