// expect: TEX0104 at 13
// Of two kinds of housing none is larger, so no action can "only increase" it.
using TypedExplain;

public enum Housing
{
    Rent,
    Own,
    Mortgage,
}

[FeatureRecord]
public sealed partial record Loan([Numeric(18, 100)] int Age, [OnlyIncreases] Housing Housing);
