namespace TypedExplain.Data.JsonRecords;

/// <summary>What a member of a record's JSON is.</summary>
internal enum MemberForm
{
    /// <summary>A number, a flag, a name or a date.</summary>
    Value,

    /// <summary>A list of numbers.</summary>
    List,

    /// <summary>A record.</summary>
    Record,

    /// <summary>A text.</summary>
    Text,

    /// <summary>An image.</summary>
    Image,

    /// <summary>What the record is known by.</summary>
    Key,
}
