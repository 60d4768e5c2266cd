// expect: TEX0008 at 6
// An attribution has a method Ranked, so attribution.Ranked could not mean this feature.
using TypedExplain;

[FeatureRecord]
public sealed partial record Bond([Numeric(0, 30)] double Years, bool Ranked);
