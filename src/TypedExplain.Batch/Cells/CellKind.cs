namespace TypedExplain.Batch.Cells;

/// <summary>What the cells of a typed column are.</summary>
internal enum CellKind
{
    /// <summary>Numbers in double precision.</summary>
    Number,

    /// <summary>Numbers in single or half precision, held as doubles.</summary>
    Single,

    /// <summary>Whole numbers of 64 bits.</summary>
    Whole,

    /// <summary>Decimal digits, held as texts.</summary>
    Digits,

    /// <summary>True or false, held as 1 or 0.</summary>
    Flag,

    /// <summary>Texts.</summary>
    Text,

    /// <summary>Days, held as texts.</summary>
    Date,

    /// <summary>What a clock shows, with or without an offset, held as texts.</summary>
    Time,

    /// <summary>Durations, held as how many of the column's unit.</summary>
    Duration,

    /// <summary>Unique identifiers, held as texts.</summary>
    Identifier,

    /// <summary>Nothing: no row has a value.</summary>
    Empty,

    /// <summary>What no feature can be read from: lists, bytes.</summary>
    Other,
}
