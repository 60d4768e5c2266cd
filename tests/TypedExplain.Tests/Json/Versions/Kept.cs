namespace TypedExplain.Tests.Json.Versions;

/// <summary>The record of the stored results: it is never changed, so that they can always be read.</summary>
[FeatureRecord]
public sealed partial record Kept(
    [RowKey, NotAFeature] string Number,
    [Numeric(0, 1e6, Unit = "EUR"), LogScale] decimal Income,
    [Numeric(18, 100)] int Age,
    [Categories("rent", "own", "other")] string Housing,
    [Protected] bool Married,
    double? Debt,
    [Numeric(0, 24), Cyclic] double Hour,
    DateTime Since,
    [ArrayLength(2)] double[] Signal)
{
    public static Kept Example(int i) => new(
        $"N-{i}",
        20_000 + (i * i * 231.01m),
        18 + (i * 7 % 60),
        (i % 3) switch { 0 => "rent", 1 => "own", _ => "other" },
        i % 4 == 0,
        i % 5 == 0 ? null : i * 120.5,
        i * 5 % 24,
        new DateTime(2019, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(i * 1000).AddTicks(7),
        [i % 2, 0.25 * i]);

    public static double Score(Kept kept) =>
        1 / (1 + Math.Exp(-(((double)kept.Income / 50_000) + (kept.Housing == "own" ? 0.7 : 0) + (kept.Married ? 0.2 : 0) - ((kept.Debt ?? 500) / 3000) - 1 + (0.1 * kept.Signal[1]))));
}

/// <summary>The same with a text and an image.</summary>
[FeatureRecord]
public sealed partial record KeptOffer([Numeric(0, 100)] double Price, [Text] string Title, [Image(2, 2)] ReadOnlyMemory<float> Picture, [Protected, Text] string Note);
