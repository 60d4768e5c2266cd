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

    /// <summary>The most that the surrogate may differ from the model at the instance, on the model's own scale, 0 or more; null for any.</summary>
    public double? MissAtInstance { get; set; }

    /// <summary>The half width that the trust region must have, in standard deviations; 0, the default, asks for none; see <see cref="ExplanationStandard.MinimumTrustHalfWidth"/>.</summary>
    public double MinimumTrustHalfWidth { get; set; }

    /// <summary>The least fidelity that the explanation must have everywhere in that region, from 0 to 1; without a half width it is not looked at.</summary>
    public double MinimumTrustFidelity { get; set; } = 0.9;

    internal ExplanationStandard Made() => new()
    {
        MinimumFit = MinimumFit,
        MinimumSignAgreement = MinimumSignAgreement,
        MaximumHalfWidth = MaximumHalfWidth ?? double.PositiveInfinity,
        TopReasonsDecided = TopReasonsDecided,
        MissAtInstance = MissAtInstance ?? double.PositiveInfinity,
        MinimumTrustHalfWidth = MinimumTrustHalfWidth,
        TrustRegion = new() { MinimumFidelity = MinimumTrustFidelity },
    };
}
