namespace Papers;

/// <summary>The class of a published finding, by the one rule of <see cref="Finding"/>.</summary>
public enum Outcome
{
    /// <summary>The published direction, by a paired test at 5 %.</summary>
    CameOut,

    /// <summary>The other direction by that test, and in favor of the paper's own method, which the paper has behind.</summary>
    Better,

    /// <summary>The other direction by that test.</summary>
    OtherWay,

    /// <summary>The test tells neither direction.</summary>
    NoDifference,

    /// <summary>One split, one run or less: there is nothing to test.</summary>
    NotTested,

    /// <summary>The published numbers do not differ by their own errors.</summary>
    PaperTellsNone,

    /// <summary>The number measures something else than it is meant to; the reason is told.</summary>
    Artefact,
}
