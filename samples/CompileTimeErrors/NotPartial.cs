// expect: TEX0001 at 6
// The generator writes the other half of the record, so the record must be partial.
using TypedExplain;

[FeatureRecord]
public sealed record Loan([Numeric(18, 100)] int Age, double Income);
