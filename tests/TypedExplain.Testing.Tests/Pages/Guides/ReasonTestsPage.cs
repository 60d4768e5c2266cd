namespace TypedExplain.Testing.Tests.Pages.Guides;

internal static class ReasonTestsPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        // Whoever lives in a low postcode earns more, so this model gives nearly the same answers. It does not look at the income.
        IModel<Tenant> swapped = Model.From<Tenant>(tenant => ((8.5 - tenant.Postcode) / 6) - (tenant.HasDebts ? 0.1 : 0));
        console.WriteLine($"the answers differ by {Tenants.Known.Rows.Average(tenant => Math.Abs(swapped.Predict(tenant) - Tenants.Model.Predict(tenant))):F2} on average");
        try
        {
            ExplanationAssert.SameReasons(ModelDiff<Tenant>.Of(Tenants.Model, swapped, Tenants.Known, TenantReasonTests.Lime, new() { TopReasons = 2 }));
        }
        catch (ExplanationAssertException failure)
        {
            console.WriteLine(string.Join('\n', failure.Message.Split('\n').Take(12)));
        }
        // </page>
    }
}

// <types>
/// <summary>Somebody who wants to rent a flat.</summary>
[FeatureRecord]
public sealed partial record Tenant(
    [Numeric(0, 200_000, Unit = "EUR")] double Income,
    [Numeric(0, 9)] int Postcode,
    bool HasDebts);

/// <summary>The model in use, and people whose answers are known.</summary>
public static class Tenants
{
    public static IModel<Tenant> Model { get; } = TypedExplain.Model.From<Tenant>(tenant => (tenant.Income / 60_000) - (tenant.HasDebts ? 0.1 : 0));

    public static Dataset<Tenant> Known { get; } = new(Enumerable.Range(0, 60).Select(i => 37 * i % 60).Select((rank, i) =>
        new Tenant(Income: 20_000 + (1_000 * rank), Postcode: 6 - (rank / 10) + (i % 2), HasDebts: i % 3 == 0)));
}

/// <summary>What must hold before a model is put into use.</summary>
public class TenantReasonTests
{
    [Fact]
    public void The_first_reason_is_not_chance() =>
        ExplanationAssert.StableReasons(Lime, Tenants.Model, Tenants.Known.Rows, seeds: 3);

    [Fact]
    public void Debts_lower_the_chance() =>
        ExplanationAssert.SameDirection(Lime(1).ExplainMany(Tenants.Model, Tenants.Known.Rows).Results, TenantFeatures.HasDebts, EffectDirection.Lowers);

    [Fact]
    public void Explanations_fit() =>
        ExplanationAssert.MeetsStandard(Lime(1).ExplainMany(Tenants.Model, Tenants.Known.Rows).Results, new() { MinimumFit = 0.8 }, minimumShare: 0.95);

    /// <summary>How it is explained: a function of the seed, so that tests can vary it.</summary>
    public static Lime<Tenant> Lime(int seed) => new() { Neighborhood = new GaussianNeighborhood<Tenant> { Background = Tenants.Known, Samples = 250 }, Seed = seed };
}
// </types>
