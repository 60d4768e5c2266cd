namespace TypedExplain.Decisions;

/// <summary>How often a reason is stated.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class ReasonShare<T>
    where T : IFeatureRecord<T>
{
    internal ReasonShare(Reason<T> reason, Proportion stated, Proportion first) => (Reason, Stated, First) = (reason, stated, first);

    /// <summary>What was stated, and for which feature.</summary>
    public Reason<T> Reason { get; }

    /// <summary>To how many of the people with reasons it is stated.</summary>
    public Proportion Stated { get; }

    /// <summary>To how many of them it is the first.</summary>
    public Proportion First { get; }

    /// <summary>The code and how often it is stated.</summary>
    public override string ToString() => $"{Reason.CodeText}: {Stated}, first {First}";
}
