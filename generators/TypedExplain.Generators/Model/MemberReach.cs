namespace TypedExplain.Generators.Model;

/// <summary>Whether code can read a property that is not a feature, and an object initializer set it.</summary>
internal enum MemberReach
{
    /// <summary>It cannot be read.</summary>
    Hidden,

    /// <summary>It can be read only.</summary>
    ReadOnly,

    /// <summary>It can, through accessors of the user's, which may set features too.</summary>
    Accessors,

    /// <summary>It can, and nothing else is changed by it.</summary>
    Automatic,
}
