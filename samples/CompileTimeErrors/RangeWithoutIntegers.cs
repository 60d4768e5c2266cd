// expect: TEX0102 at 6
// No int lies between 0.2 and 0.8; the ratio was meant to be a double.
using TypedExplain;

[FeatureRecord]
public sealed partial record Loan([Numeric(18, 100)] int Age, [Numeric(0.2, 0.8)] int DebtRatio);
