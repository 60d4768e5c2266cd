// expect: TEX0127 at 7
// That a score was too low says nothing of the person that they could check or change.
using TypedExplain;

[FeatureRecord]
public sealed partial record Loan(
    [Numeric(0, 1e6), Reason("R07", "Credit score too low", When = Adverse.Low)] double Income);
