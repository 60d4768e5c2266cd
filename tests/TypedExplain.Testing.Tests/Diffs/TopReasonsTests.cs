using TypedExplain.Testing.Tests.Pages.Guides;

namespace TypedExplain.Testing.Tests.Diffs;

/// <summary>The first three reasons of three features are the same whatever the model is: that is not kept silent.</summary>
public class TopReasonsTests
{
    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    public void As_many_reasons_as_features_are_a_caution(int topReasons, bool isSaid)
    {
        ModelDiff<Tenant> diff = ModelDiff<Tenant>.Of(Tenants.Model, Tenants.Model, Tenants.Known, TenantReasonTests.Lime, new() { Seeds = 2, TopReasons = topReasons });
        Assert.Equal(isSaid, diff.ToString().Contains($"caution: Tenant has 3 features, so its first {topReasons} reasons are hardly ever others", StringComparison.Ordinal));
    }
}
