namespace TypedExplain.Tests.Zoo;

/// <summary>Amounts and counts on a logarithmic scale.</summary>
[FeatureRecord]
public partial record Amounts(
    [Numeric(0, 1e7), LogScale] double Income,
    [Numeric(0.01, 100), LogScale] double Dose,
    [LogScale] uint Visits,
    [Numeric(0, 1000), LogScale(Offset = 0.5)] int Claims,
    [Numeric(-50, 50), LogScale(Offset = 60)] double Shifted,
    [Numeric(0, double.PositiveInfinity), LogScale] decimal Money,
    [Numeric(1, 1e6), LogScale] float Ratio);

/// <summary>Circles of numbers, ranks and durations.</summary>
[FeatureRecord]
public partial record Circles(
    [Numeric(0, 23), Cyclic] int Hour,
    [Numeric(1, 12), Cyclic] byte Month,
    [Numeric(0, 360, Unit = "degrees"), Cyclic] double Direction,
    [Cyclic] DayOfWeek Day,
    [Numeric(0, 24), MeasuredIn(TimeUnit.Hours), Cyclic] TimeSpan Time,
    [Numeric(-0.5, 0.5), Cyclic] float Phase);

/// <summary>A circle alone.</summary>
[FeatureRecord]
public partial record Wind([Numeric(-180, 180), Cyclic] double Bearing);

/// <summary>Scales inside records.</summary>
[FeatureRecord]
public partial record Observation(Circles When, Amounts What, Wind Wind);

/// <summary>Scales with every choice of drawing.</summary>
[FeatureRecord]
public partial record ScaledDraws(
    [Numeric(1, 1000), LogScale, Perturb(DrawMode.Uniform)] double LogUniform,
    [Numeric(1, 1000), LogScale, Perturb(DrawMode.Marginal)] double LogMarginal,
    [Numeric(0, 24), Cyclic, Perturb(DrawMode.Uniform)] double CircleUniform,
    [Numeric(1, 12), Cyclic, Perturb(DrawMode.Marginal)] int CircleMarginal,
    [Numeric(1, 12), Cyclic, Perturb(DrawMode.Gaussian, Scale = 0.1)] int Near,
    [Numeric(1, 1000), LogScale, Perturb(DrawMode.Fixed)] double Held);
