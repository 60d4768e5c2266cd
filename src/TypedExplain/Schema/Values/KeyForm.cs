namespace TypedExplain.Schema.Values;

/// <summary>What the text of a record's key stands for.</summary>
internal enum KeyForm
{
    /// <summary>Itself.</summary>
    Text,

    /// <summary>Itself; a record may also have no key.</summary>
    TextOrNone,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A unique identifier.</summary>
    Identifier,

    /// <summary>A date.</summary>
    Date,
}
