namespace TypedExplain.Batch;

/// <summary>What a column of results holds.</summary>
public enum ResultColumnKind
{
    /// <summary>Numbers in double precision.</summary>
    Number,

    /// <summary>Whole numbers of 64 bits.</summary>
    Count,

    /// <summary>Words and keys, each of any length; null where there is none.</summary>
    Text,

    /// <summary>True or false.</summary>
    Flag,
}
