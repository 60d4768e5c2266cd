namespace TypedExplain;

/// <summary>What a property keeps of a number. A column carries every <see cref="double"/>; some types keep less.</summary>
public enum NumberPrecision
{
    /// <summary>All that a column carries. Features that are not numbers have this precision too.</summary>
    Full,

    /// <summary>The nearest <see cref="float"/>.</summary>
    Single,

    /// <summary>The nearest <see cref="System.Half"/>.</summary>
    Half,

    /// <summary>A <see cref="decimal"/> of 15 significant digits.</summary>
    Decimal,

    /// <summary>A whole day, without a time.</summary>
    Day,

    /// <summary>What a clock shows: a date and time without an offset from universal time.</summary>
    Clock,
}
