using TypedExplain.Onnx.Tests.Support;

namespace TypedExplain.Onnx.Tests.Runtime;

/// <summary>Records with missing values, in models that have an input for each feature.</summary>
public class MissingTests
{
    private static readonly Tenant[] s_tenants = [new(3, Home.Own), new(null, Home.Rent), new(5, null), new(null, null)];

    [Fact]
    public void AMissingValueIsNaNOrTheEmptyString()
    {
        using OnnxModel<Tenant> model = OnnxModel<Tenant>.Load(Loans.File("missing"));
        Assert.Equal([5, 101, 12, 107], s_tenants.Select(model.Predict));
    }

    [Fact]
    public void AnInputMayTakeWhetherAValueIsMissing()
    {
        using OnnxModel<Tenant> model = OnnxModel<Tenant>.Load(Loans.File("missing-told"));
        Assert.Equal([5, 101, 12, 107], s_tenants.Select(model.Predict));
    }

    [Fact]
    public void IsExplainedAsTheModelInCode()
    {
        Dataset<Tenant> data = new(Enumerable.Range(0, 40).Select(i => new Tenant(i % 5 == 0 ? null : i % 7, (i % 3) switch { 0 => null, 1 => Home.Rent, _ => Home.Own })));
        Linex<Tenant> linex = new() { Neighborhood = new GaussianNeighborhood<Tenant> { Background = data, Samples = 200 } };
        using OnnxModel<Tenant> model = OnnxModel<Tenant>.Load(Loans.File("missing"));
        IModel<Tenant> twin = Model.From<Tenant>(tenant => (tenant.Income ?? 100) + (tenant.Housing is { } home ? 1 + (int)home : 7));

        Explanation<Tenant> own = linex.Explain(model.Output("score"), data[3]), expected = linex.Explain(twin, data[3]);

        Assert.Contains(FeatureSchema.Of<Tenant>().Features, feature => feature.Kind == FeatureKind.Missing);
        foreach (Feature<Tenant> feature in FeatureSchema.Of<Tenant>().Features)
            Assert.Equal(expected.Attribution[feature], own.Attribution[feature], 2e-4);
    }
}

public enum Home { Rent, Own }

[FeatureRecord]
public sealed partial record Tenant([Numeric(0, 10)] double? Income, Home? Housing);
