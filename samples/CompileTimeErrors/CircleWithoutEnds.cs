// expect: TEX0107 at 6
// After which hour comes hour 0? The range was left out.
using TypedExplain;

[FeatureRecord]
public sealed partial record Trip([Cyclic] int Hour, [Numeric(0, 500, Unit = "km")] double Distance);
