namespace TypedExplain.Tests.Hidden;

/// <summary>A record with protected features of every kind.</summary>
[FeatureRecord]
public partial record Patient(
    [Numeric(0, 100_000), Protected] double Viral,
    [Protected, Categories("alpha-secret", "beta-secret")] string Group,
    [Protected] bool Positive,
    [Protected] DateOnly Born,
    [Numeric(0, 10)] double Dose);
