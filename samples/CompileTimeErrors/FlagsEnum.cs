// expect: TEX0007 at 14
// A category is exactly one of a list, but flags combine.
using TypedExplain;

[System.Flags]
public enum Debts
{
    None = 0,
    Car = 1,
    House = 2,
}

[FeatureRecord]
public sealed partial record Loan([Numeric(18, 100)] int Age, Debts Debts);
