namespace TypedExplain.Fuzz;

/// <summary>What the readers read for.</summary>
[FeatureRecord]
public sealed partial record Point([Numeric(-10, 10)] double X, double? Y, [Categories("a", "b", "c")] string Kind, bool Flag, DateTime When);

/// <summary>Somebody about whom is decided, with reasons and what an action may do.</summary>
[FeatureRecord]
public sealed partial record Customer(
    [Numeric(0, 9), OnlyIncreases, Reason("R1", "Income insufficient for amount of credit requested")] int Income,
    [Numeric(0, 20), Reason("R2", "Insufficient savings"), Reason("R5", "Savings not stated", When = Adverse.Missing)] int? Savings,
    [Immutable, Reason("R4", "Temporary residence")] Verdict Owner,
    [OnlyDecreases, Reason("R3", "Delinquent past or present credit obligations")] bool InArrears);

/// <summary>What is told apart.</summary>
public enum Verdict
{
    No,
    Yes,
}

/// <summary>Two numbers, as trees ask about.</summary>
[FeatureRecord]
public sealed partial record Two(double A, double B);
