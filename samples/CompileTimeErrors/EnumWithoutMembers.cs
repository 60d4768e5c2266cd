// expect: TEX0006 at 8
// Each member of an enum is a category; this one has none.
using TypedExplain;

public enum Housing;

[FeatureRecord]
public sealed partial record Loan([Numeric(18, 100)] int Age, Housing Housing);
