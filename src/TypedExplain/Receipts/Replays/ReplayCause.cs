namespace TypedExplain;

/// <summary>The kind of reason why a replay differs.</summary>
public enum ReplayCause
{
    /// <summary>The model has another digest than the receipt's.</summary>
    OtherModel,

    /// <summary>A background has another digest: other rows, or the same in another order.</summary>
    OtherBackground,

    /// <summary>The explainer that was given has other options than the receipt's.</summary>
    OtherOptions,

    /// <summary>The model answers the same row differently each time.</summary>
    UnsteadyModel,

    /// <summary>The result was made by another version of this library.</summary>
    OtherVersion,

    /// <summary>The model looks at members of the record that are not features, which a receipt does not hold.</summary>
    MembersNotHeld,

    /// <summary>The model answers otherwise than it did, and nothing tells why: it is not identified, or runs on other arithmetic.</summary>
    OtherAnswers,

    /// <summary>Nothing is known to be other.</summary>
    Unknown,
}
