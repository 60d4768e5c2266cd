namespace TypedExplain.Fuzz;

/// <summary>What the readers read for.</summary>
[FeatureRecord]
public sealed partial record Point([Numeric(-10, 10)] double X, double? Y, [Categories("a", "b", "c")] string Kind, bool Flag, DateTime When);

/// <summary>What is told apart.</summary>
public enum Verdict
{
    No,
    Yes,
}

/// <summary>Two numbers, as trees ask about.</summary>
[FeatureRecord]
public sealed partial record Two(double A, double B);
