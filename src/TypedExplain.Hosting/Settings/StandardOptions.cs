namespace TypedExplain.Hosting;

/// <summary>What an explanation must meet; see <see cref="ExplanationStandard"/>.</summary>
public sealed class StandardOptions
{
    /// <summary>The least fit, at most 1; see <see cref="ExplanationStandard.MinimumFit"/>.</summary>
    public double MinimumFit { get; set; } = 0.5;

    /// <summary>The least share of environments that agree on a direction, 0 to 1; see <see cref="ExplanationStandard.MinimumSignAgreement"/>.</summary>
    public double MinimumSignAgreement { get; set; }

    /// <summary>The largest half width of an interval, above 0; null for any.</summary>
    public double? MaximumHalfWidth { get; set; }

    /// <summary>How many of the strongest effects must be told from 0 and from each other; see <see cref="ExplanationStandard.TopReasonsDecided"/>.</summary>
    public int TopReasonsDecided { get; set; }

    internal ExplanationStandard Made() => new()
    {
        MinimumFit = MinimumFit,
        MinimumSignAgreement = MinimumSignAgreement,
        MaximumHalfWidth = MaximumHalfWidth ?? double.PositiveInfinity,
        TopReasonsDecided = TopReasonsDecided,
    };
}
