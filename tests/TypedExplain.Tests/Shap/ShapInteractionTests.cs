using TypedExplain.Tests.Hidden;

namespace TypedExplain.Tests.Shap;

public class ShapInteractionTests
{
    private static readonly Dataset<Numbers16> s_background = new(Enumerable.Range(0, 3).Select(_ => Numbers16.Of()));
    private static readonly Numbers16 s_instance = Numbers16.Of(1, 2, 3, 1, -1, 1, 1, 1, 1, 1, 1, 1);

    private static readonly IModel<Numbers16> s_model = Numbers16.Model(x => (x[0] * x[1]) + (3 * x[2]) + (2 * x[3] * x[4] * x[5]) + x[6] + x[7] + x[8] + x[9] + x[10] + x[11]);

    [Theory]
    [InlineData(16, null)]
    [InlineData(0, 400)]
    [InlineData(0, 2000)]
    public void ProductsAreFound(int exactUpTo, int? samples)
    {
        ShapInteractions<Numbers16> found = new KernelShap<Numbers16> { Background = s_background, ExactUpTo = exactUpTo, Samples = samples }.Interactions(s_model, s_instance);
        double total = found.BaseValue + found.Pairs.Sum(pair => pair.Value);
        for (int i = 0; i < 16; i++)
            total += found.MainEffects[i];
        Assert.Equal(found.Prediction, total, 1e-10);
        Assert.Equal(66, found.Pairs.Length);
        Assert.Equal(exactUpTo == 16, found.StandardErrors is null);

        // x0·x1 = 2 is all theirs; each two of x3, x4, x5 share what three do.
        double slack = exactUpTo == 16 ? 1e-12 : 0.35;
        Assert.Equal(2, Of("X0", "X1").Value, slack);
        Assert.Equal(-1, Of("X3", "X4").Value, slack);
        Assert.Equal(0, Of("X0", "X2").Value, slack);
        Assert.Equal(9, found.MainEffects[2], slack);
        Assert.Equal(0, found.MainEffects[0], slack);
        if (exactUpTo == 0)
            Assert.All(found.Pairs, pair => Assert.InRange(Math.Abs(pair.Value - (pair.Name switch { "X0 × X1" => 2, "X3 × X4" or "X3 × X5" or "X4 × X5" => -1, _ => 0 })), 0, (6 * pair.StandardError!.Value) + 1e-9));

        ShapInteraction<Numbers16> Of(string first, string second) => found.Pairs.Single(pair => pair.Name == $"{first} × {second}");
    }

    /// <summary>The contributions are those of the same explainer, whose questions are the same.</summary>
    [Fact]
    public void TheyAreContributionsDivided()
    {
        KernelShap<Numbers16> explainer = new() { Background = s_background, ExactUpTo = 0, Samples = 300, Seed = 3 };
        ShapInteractions<Numbers16> found = explainer.Interactions(s_model, s_instance);
        ShapValues<Numbers16> values = explainer.Values(s_model, s_instance);
        Assert.Equal(values.Queries, found.Queries);
        foreach (Feature<Numbers16> feature in FeatureSchema.Of<Numbers16>().Features)
            Assert.Equal(values.Contributions[feature], found.MainEffects[feature] + (found.Pairs.Where(pair => pair.Features.Contains(feature)).Sum(pair => pair.Value) / 2), 1e-10);
        Assert.StartsWith("KernelSHAP interactions on ", found.ToString());
        Assert.Contains("X0 × X1: ", found.ToString());
    }

    [Fact]
    public void FewFeaturesHaveFewPairs()
    {
        KernelShap<Numbers16> explainer = new() { Background = s_background };
        IModel<Numbers16> model = Numbers16.Model(x => x[0] * x[1]);
        Assert.Empty(explainer.Interactions(model, Numbers16.Of()).Pairs);
        ShapInteractions<Numbers16> one = explainer.Interactions(model, Numbers16.Of(2));
        Assert.Empty(one.Pairs);
        Assert.Equal(0, one.MainEffects[0]);
        ShapInteraction<Numbers16> only = Assert.Single(explainer.Interactions(model, Numbers16.Of(2, 3)).Pairs);
        Assert.Equal((6, null, "X0 × X1: 6"), (only.Value, only.StandardError, only.ToString()));
        ShapInteractions<Numbers16> constant = explainer.Interactions(Numbers16.Model(_ => 4), s_instance);
        Assert.True(constant.Caveats.HasFlag(Caveats.ConstantModel));
        Assert.All(constant.Pairs, pair => Assert.Equal(0, pair.Value));
    }

    [Fact]
    public void WhatIsMadeOfOneFitHasNone()
    {
        KernelShap<Numbers16> explainer = new() { Background = s_background };
        InvalidOptionException published = Assert.Throws<InvalidOptionException>(() => (explainer with { Estimator = CoalitionEstimator.Published }).Interactions(s_model, s_instance));
        Assert.StartsWith("Estimator of KernelSHAP is set", published.Message);
        Assert.StartsWith("Selection of KernelSHAP is set", Assert.Throws<InvalidOptionException>(() => (explainer with { Selection = FeatureSelection.HighestWeights(3) }).Interactions(s_model, s_instance)).Message);
    }

    /// <summary>One coalition without an answer is refused, by whatever is made of the others.</summary>
    [Fact]
    public void OneCoalitionWithoutAnAnswerIsRefused()
    {
        KernelShap<Numbers16> explainer = new() { Background = s_background, ExactUpTo = 0, Samples = 300 };
        int asked = 0;
        IModel<Numbers16> model = Numbers16.Model(x => ++asked == 200 ? double.NaN : x[0]);
        Assert.Throws<InvalidModelException>(() => explainer.Values(model, s_instance));
        asked = 0;
        Assert.Throws<InvalidModelException>(() => explainer.Interactions(model, s_instance));
    }

    /// <summary>Protected features are there, without numbers.</summary>
    [Fact]
    public void ProtectedNumbersAreWithheld()
    {
        Dataset<Patient> patients = new(Enumerable.Range(0, 6).Select(i => new Patient(100 * i, i % 2 == 0 ? "alpha-secret" : "beta-secret", i % 3 == 0, new(1980 + i, 1, 1), i)));
        ShapInteractions<Patient> found = new KernelShap<Patient> { Background = patients }.Interactions(Model.From<Patient>(patient => patient.Dose * (patient.Viral + (patient.Positive ? 1 : 0))), patients[0]);
        foreach (ShapInteraction<Patient> pair in found.Pairs.Where(pair => pair.IsProtected))
            Assert.EndsWith("withheld (protected)", pair.ToString());
        Assert.Contains(found.Pairs, pair => pair.IsProtected);
    }
}
