// expect: TEX0002 at 6
// A model reads numbers, and an id is none.
using TypedExplain;

[FeatureRecord]
public sealed partial record Loan(System.Guid Id, [Numeric(18, 100)] int Age, double Income);
