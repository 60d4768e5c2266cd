// expect: TEX0013 at 6
// Every number of an array is a feature, so a row must know how many there are.
using TypedExplain;

[FeatureRecord]
public sealed partial record Recording(double[] Signal, bool IsLoud);
