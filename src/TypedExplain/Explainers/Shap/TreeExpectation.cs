namespace TypedExplain;

/// <summary>What a tree answers for a row of which only some features are known.</summary>
public enum TreeExpectation
{
    /// <summary>
    /// At a question about an unknown feature both ways are taken, each by its share of the training rows that came
    /// there (by draws). It needs no background, and follows how features hang together in the training rows as far as
    /// the tree has asked.
    /// </summary>
    PathDependent,

    /// <summary>Unknown features take their values from the rows of the background, and the answers are averaged, as in KernelSHAP.</summary>
    Interventional,
}
