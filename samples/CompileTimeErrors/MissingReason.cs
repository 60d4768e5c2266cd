// expect: TEX0121 at 8
// Whoever is refused may be told one of the reasons, and of the years at an address nothing could be said.
using TypedExplain;

[FeatureRecord]
public sealed partial record Loan(
    [Numeric(0, 1e6), Reason("R07", "Income insufficient for amount of credit requested", When = Adverse.Low)] double Income,
    int YearsAtAddress);
