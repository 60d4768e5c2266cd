namespace TypedExplain.Decisions.Tests.Support;

/// <summary>A record with every rule of an action, and a person of it.</summary>
[FeatureRecord]
public sealed partial record Borrower(
    [Numeric(18, 100), Immutable, MovesWith(nameof(YearsAtJob))] int Age,
    [Numeric(0, 200_000, Unit = "EUR"), Step(500), OnlyIncreases] double Income,
    [Numeric(0, 40), OnlyIncreases, Step(1, AtMost = 3), Cost(2)] int YearsAtJob,
    [Numeric(0, 20), OnlyDecreases] int Cards,
    [Numeric(0, 20), OnlyDecreases, Within(nameof(Cards))] int CardsInArrears,
    Home Home,
    [Immutable, Protected] bool IsForeign,
    [OnlyDecreases, Cost(5)] bool HasDefaulted,
    [Numeric(0, 9000, Unit = "EUR"), Step(100)] decimal? Savings)
{
    public static Borrower One { get; } = new(40, 30_000, 2, 4, 2, Home.Rents, true, true, 500) { Note = "kept" };

    /// <summary>What no feature holds, and every action keeps.</summary>
    [NotAFeature]
    public string Note { get; init; } = "";
}

public enum Home
{
    Rents,
    Owns,
    WithParents,
}
