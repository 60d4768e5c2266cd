// expect: TEX0101 at 6
// The ends of the range are the wrong way round.
using TypedExplain;

[FeatureRecord]
public sealed partial record Loan([Numeric(100, 18)] int Age, double Income);
