using System.Collections.Immutable;

namespace TypedExplain.Aot;

/// <summary>Every kind of feature that a column alone cannot carry.</summary>
[FeatureRecord]
public sealed partial record Visit(
    [Numeric(0, 1e5, Unit = "EUR"), LogScale] decimal? Bill,
    [Numeric(0, 24, Unit = "h"), Cyclic] double Hour,
    [Categorical(Encoding = CategoryEncoding.Binary)] DayOfWeek? Day,
    [ArrayLength(3), Perturb(DrawMode.Marginal)] ImmutableArray<float> Signal,
    [Categories("walk", "ambulance"), EncodedAs(0.2, 0.9)] string Arrival,
    Spot? Home)
{
    public static Visit Example(int i) => new(
        i % 4 == 0 ? null : 10 * i * i,
        i * 7 % 24,
        i % 5 == 0 ? null : (DayOfWeek)(i % 7),
        [i, i % 3, 0.5f * i],
        i % 2 == 0 ? "walk" : "ambulance",
        i % 6 == 0 ? null : new Spot(i % 11 == 0 ? null : i));

    /// <summary>A score from additions, products and quotients alone.</summary>
    public double Score() =>
        ((double)(Bill ?? 300) / (500 + (double)(Bill ?? 300))) + (Hour > 12 ? 0.2 : 0) + (Day is null ? 0.1 : 0)
        + (Signal[0] / 200) + (Arrival == "walk" ? -0.3 : 0) + ((Home?.Distance ?? 20) / 100);
}

/// <summary>A record inside, which may be missing.</summary>
[FeatureRecord]
public readonly partial record struct Spot([Numeric(0, 100, Unit = "km")] double? Distance);
