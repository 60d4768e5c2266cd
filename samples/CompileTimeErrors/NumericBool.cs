// expect: TEX0103 at 6
// A flag has no range.
using TypedExplain;

[FeatureRecord]
public sealed partial record Loan([Numeric(18, 100)] int Age, [Numeric(0, 1)] bool HasDefaulted);
