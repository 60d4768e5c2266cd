namespace TypedExplain.Training;

/// <summary>What the weight of a regularizer is measured in.</summary>
public enum RegularizerScale
{
    /// <summary>
    /// The share of the data loss: λ = weight · data loss / R, both taken once, before training begins. 0.1 makes the
    /// regularizer a tenth of the data loss at first.
    /// </summary>
    Relative,

    /// <summary>λ is the weight itself.</summary>
    Absolute,
}
