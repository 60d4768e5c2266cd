namespace TypedExplain;

/// <summary>What of a member of a record no column holds.</summary>
public enum LostPart
{
    /// <summary>All of it: it is not a feature.</summary>
    Whole,

    /// <summary>The digits of a decimal beyond those of a double, or the ticks of a time below a microsecond.</summary>
    Digits,

    /// <summary>How far an instant's own clock is from universal time.</summary>
    Offset,

    /// <summary>Whether a date and time is universal or local.</summary>
    Kind,
}
