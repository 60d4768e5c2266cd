namespace TypedExplain.Testing;

/// <summary>
/// How many instances have another reason under a second model, beside what seeds by themselves change. Instances are counted
/// by <see cref="ReasonVerdict"/>.
/// </summary>
/// <remarks>
/// Whether the model does more than seeds is an exact sign test over instances (McNemar's, of two seeds and both models): an instance
/// speaks for a change if its explanations differ more often between models, under different seeds, than within each model. If
/// the second model had the reasons of the first, either would be as likely, however much they depend on the seed.
/// </remarks>
public sealed class ReasonChange
{
    private readonly bool? _exactly;

    internal ReasonChange(Share changed, Share undecided, Share betweenSeeds, Share betweenSeedsAfter, Share betweenRuns, double pValue, bool? exactly, double level) =>
        (Changed, Undecided, BetweenSeeds, BetweenSeedsAfter, BetweenRuns, PValue, _exactly, Level) = (changed, undecided, betweenSeeds, betweenSeedsAfter, betweenRuns, pValue, exactly, level);

    /// <summary>Instances of which it is told that the model changed it: <see cref="ReasonVerdict.Changed"/>.</summary>
    public Share Changed { get; }

    /// <summary>Instances of which it cannot be told, because a seed by itself changes it: <see cref="ReasonVerdict.Undecided"/>.</summary>
    public Share Undecided { get; }

    /// <summary>The noise floor: instances for which it differs between the first two seeds of the model before.</summary>
    public Share BetweenSeeds { get; }

    /// <summary>The same of the model after.</summary>
    public Share BetweenSeedsAfter { get; }

    /// <summary>What one would see without a noise floor: instances for which it differs between the model before under its first seed and the model after under its second.</summary>
    public Share BetweenRuns { get; }

    /// <summary>The one-sided p value: how likely so many instances would speak for a change if only seeds changed anything.</summary>
    public double PValue { get; }

    /// <summary>The p value up to which a change counts as the model's: 0.05 by the number of lines that are tested together (Bonferroni).</summary>
    public double Level { get; }

    /// <summary>Whether the model changes more than seeds do. Of a method that draws nothing, whether anything changed.</summary>
    public bool IsByModel => _exactly ?? PValue <= Level;

    /// <summary>The larger of both noise floors.</summary>
    internal Share Noise => BetweenSeedsAfter.Value > BetweenSeeds.Value ? BetweenSeedsAfter : BetweenSeeds;

    /// <summary>The changed, and whether they are more than seeds change.</summary>
    public override string ToString() => $"{Changed}, {(IsByModel ? "" : "not ")}beyond what seeds do";
}
