namespace TypedExplain.Tests.Shap;

/// <summary>The linear form φ/(x − mean) explodes near the mean, unless the model is linear in the feature.</summary>
public class NearTheMeanTests
{
    private static readonly Dataset<Amount> s_background = new(Enumerable.Range(-10, 21).Select(i => new Amount(i / 10.0)));

    [Theory]
    [InlineData(0.001, true)]
    [InlineData(-0.01, true)]
    [InlineData(0.1, true)]
    [InlineData(0.9, false)]
    public void ABentModel(double at, bool isNear)
    {
        // φ is about −0.37 however near the mean, and its effect per unit −0.37 divided by that.
        IModel<Amount> model = Model.From<Amount>(amount => amount.A * amount.A);
        foreach (IShapExplainer<Amount> explainer in (IShapExplainer<Amount>[])[new KernelShap<Amount> { Background = s_background }, new PermutationShap<Amount> { Background = s_background }])
        {
            Explanation<Amount> explanation = explainer.Explain(model, new(at));
            Assert.Equal(isNear, explanation.Caveats.HasFlag(Caveats.NearTheMean));
            Assert.Equal(isNear, explanation.LossNearTheMean is not null);
            Assert.Equal(isNear, explanation.ToString().Contains("caution: a feature near the mean of the background has an effect per unit that is blown up", StringComparison.Ordinal));
            if (explanation.LossNearTheMean is not { } loss)
                continue;
            Assert.Equal(Math.Sqrt(s_background.Rows.Average(row => Math.Pow((row.A * row.A) - explanation.Predict(row), 2))), loss.Error, 1e-9 * loss.Error);
            Assert.Equal(Math.Sqrt(s_background.Rows.Average(row => Math.Pow((row.A * row.A) - s_background.Rows.Average(other => other.A * other.A), 2))), loss.ErrorWithout, 1e-12);
            Assert.Contains(loss.ToString(), explanation.ToString());
        }
    }

    [Theory]
    [InlineData(1e-9)]
    [InlineData(0.05)]
    public void ALinearModelIsRightAtAnyDistance(double at)
    {
        IModel<Amount> model = Model.From<Amount>(amount => (3 * amount.A) + 1);
        Explanation<Amount> explanation = new KernelShap<Amount> { Background = s_background }.Explain(model, new(at));
        Assert.Equal(3, explanation.Attribution.A, 1e-5);
        Assert.Equal((Caveats.None, null), (explanation.Caveats, explanation.LossNearTheMean));
    }

    /// <summary>Almost all of the background has the instance's flag, so "as here" lies near the mean.</summary>
    [Fact]
    public void AFlagThatNearlyAllHave()
    {
        Dataset<Switch> background = new(Enumerable.Range(0, 100).Select(i => new Switch(i > 0, i % 10)));
        IModel<Switch> model = Model.From<Switch>(row => row.IsOn ? row.Level * row.Level : 90 - (10 * row.Level * row.Level));
        Explanation<Switch> explanation = new KernelShap<Switch> { Background = background }.Explain(model, new(true, 9));
        Assert.True(explanation.Caveats.HasFlag(Caveats.NearTheMean));
        Assert.True(explanation.LossNearTheMean!.Value.Error > explanation.LossNearTheMean.Value.ErrorWithout);

        // Where the flag adds the same for everyone, its effect is right.
        Assert.False(new KernelShap<Switch> { Background = background }.Explain(Model.From<Switch>(row => (row.IsOn ? 5 : 0) + row.Level), new(true, 9)).Caveats.HasFlag(Caveats.NearTheMean));
    }

    [Fact]
    public void TreesAndLogOdds()
    {
        Forest<Amount> forest = new RandomForest<Amount> { Trees = 5 }.Train(s_background.WithTarget(s_background.Rows.Select(row => row.A * row.A)));
        foreach (TreeExpectation expectation in Enum.GetValues<TreeExpectation>())
            Assert.True(new TreeShap<Amount> { Background = s_background, Expectation = expectation }.Explain(forest, new(0.02)).Caveats.HasFlag(Caveats.NearTheMean));
        Explanation<Amount> odds = new KernelShap<Amount> { Background = s_background, Link = LinkFunction.Logit }.Explain(Model.From<Amount>(row => 0.1 + (0.8 * row.A * row.A)), new(0.02));
        Assert.True(odds.Caveats.HasFlag(Caveats.NearTheMean));
        Assert.True(double.IsFinite(odds.LossNearTheMean!.Value.Error));
    }
}

/// <summary>A flag and a number.</summary>
[FeatureRecord]
public sealed partial record Switch(bool IsOn, [Numeric(0, 10)] double Level);
