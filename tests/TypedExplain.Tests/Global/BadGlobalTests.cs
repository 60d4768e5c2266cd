using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Global;

/// <summary>Global explanations of rows and models that are hard or not legal: an answer that says so, or an error that names what is wrong.</summary>
public partial class BadGlobalTests
{
    private static readonly IModel<Number> s_model = Model.From<Number>(number => number.A);
    private static readonly Feature<Number> s_a = FeatureSchema.Of<Number>().Features[0];

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void OneRowOrAllEqual(int rows)
    {
        Dataset<Number> data = new Dataset<Number>(Enumerable.Repeat(new Number(2, null), rows)).WithTarget(Enumerable.Repeat(1.0, rows));
        PartialDependenceCurve<Number> curve = new PartialDependence<Number> { Background = data }.Of(s_model, s_a);
        Assert.Equal(2, Assert.Single(curve.Points).Mean);
        Assert.Contains(curve.Notes, note => note.Contains("one value", StringComparison.Ordinal));
        AccumulatedEffects<Number> effects = new AccumulatedLocalEffects<Number> { Background = data }.Of(s_model, s_a);
        Assert.Equal((0, 0L), (Assert.Single(effects.Points).Mean, effects.Queries));
        FeatureImportances<Number> importances = new PermutationImportance<Number>().Measure(s_model, data);
        Assert.True(importances[s_a].IsUndecided);
        Assert.Equal(1, importances.Baseline);
        Assert.Null(new InteractionStrength<Number> { Background = data }.Measure(s_model).Totals[0].HSquared);
        Assert.All((object[])[curve, effects, importances], result => Assert.NotEmpty(result.ToString()!));
    }

    [Fact]
    public void AFeatureThatNobodyHas()
    {
        Dataset<Number> data = new([new(1, null), new(2, null)]);
        Feature<Number> b = FeatureSchema.Of<Number>().Features[1];
        Assert.True(Assert.Single(new PartialDependence<Number> { Background = data }.Of(s_model, b).Points).At.IsMissing);
        Assert.Contains("Number.B", Assert.Throws<InvalidDatasetException>(() => new AccumulatedLocalEffects<Number> { Background = data }.Of(s_model, b)).Message);
        Assert.Contains("PartialDependence", Assert.Throws<InvalidOptionException>(() => new AccumulatedLocalEffects<Number> { Background = data }.Of(s_model, FeatureSchema.Of<Number>().Features[2])).Message);
    }

    [Fact]
    public void ACategoryWithManyNames()
    {
        Dataset<ManyCategories> data = Zoology.Background<ManyCategories>(60);
        Feature<ManyCategories> feature = FeatureSchema.Of<ManyCategories>().Features.MaxBy(one => one.Categories.Length)!;
        IModel<ManyCategories> model = Support.Analytic.Smooth<ManyCategories>();
        PartialDependenceCurve<ManyCategories> curve = new PartialDependence<ManyCategories> { Background = data, Categories = 4 }.Of(model, feature);
        Assert.Equal(4, curve.Points.Length);
        Assert.Equal(feature.Categories.Length - 4, curve.CategoriesLeftOut.Length);
        Assert.Contains(curve.Notes, note => note.Contains("left out", StringComparison.Ordinal));
        AccumulatedEffects<ManyCategories> effects = new AccumulatedLocalEffects<ManyCategories> { Background = data, Categories = 4 }.Of(model, feature);
        Assert.Equal(60 - effects.Points.Sum(point => point.At.Support), effects.RowsLeftOut);
    }

    [Fact]
    public void TwoThousandFeatures()
    {
        RandomStream stream = new(3, "wide");
        Dataset<Vast> data = new Dataset<Vast>(Enumerable.Range(0, 20).Select(row => new Vast([.. Enumerable.Range(0, 2000).Select(i => stream.Uniform((row * 2000) + i))]))).WithTarget(Enumerable.Range(0, 20).Select(row => row / 20.0));
        IModel<Vast> model = Model.From<Vast>(vast => vast.Values[7]);
        FeatureImportances<Vast> importances = new PermutationImportance<Vast> { Repeats = 2 }.Measure(model, data);
        Assert.Equal(2000, importances.All.Length);
        Assert.Equal(1, importances.All.Count(one => one.Increase != 0));
        Assert.Contains("1999000 pairs", Assert.Throws<InvalidOptionException>(() => new InteractionStrength<Vast> { Background = data, WithPairs = true }.Plan(model)).Message);
        Assert.Equal(20 + (2000L * 20 * 20), new InteractionStrength<Vast> { Background = data }.Plan(model).Queries);
    }

    [Fact]
    public void ModelsAndDataThatDoNotFit()
    {
        Dataset<Number> data = new([new(1, 2), new(2, 3), new(4, 5)]);
        IModel<Number> two = Model.FromRows<Number>(["a", "b"], (_, scores) => scores.Clear());
        Assert.Contains("model.Output", Assert.Throws<InvalidModelException>(() => new PartialDependence<Number> { Background = data }.Of(two, s_a)).Message);
        Assert.Contains("WithTarget", Assert.Throws<InvalidDatasetException>(() => new PermutationImportance<Number>().Measure(s_model, data)).Message);
        Assert.Contains("LogLoss", Assert.Throws<InvalidOptionException>(() => new PermutationImportance<Number> { Loss = LossFunction.LogLoss }.Measure(s_model, data.WithTarget([1, 0, 1]))).Message);
        Assert.Contains("ZeroOne", Assert.Throws<InvalidOptionException>(() => new PermutationImportance<Number> { Loss = LossFunction.ZeroOne }.Measure(s_model, data.WithTarget([1, 0, 2]))).Message);
        Assert.Contains("Third", Assert.Throws<InvalidDatasetException>(() => new PermutationImportance<Number>().Measure(s_model, data.WithLabels([Kind.First, Kind.Third, Kind.First]))).Message);
        Assert.Contains("apart", Assert.Throws<InvalidOptionException>(() => new PartialDependence<Number> { Background = data }.Of(s_model, s_a, s_a)).Message);
    }

    [Fact]
    public void LossesAreWhatTheyAreCalled()
    {
        Dataset<Number> data = new Dataset<Number>([new(0.2, 2), new(0.9, 3)]).WithTarget([0, 1]);
        IModel<Number> probability = s_model.As(OutputKind.Probability), odds = Model.From<Number>(number => Math.Log(number.A / (1 - number.A))).As(OutputKind.LogOdds);
        double log = -(Math.Log(0.8) + Math.Log(0.9)) / 2;
        Assert.Equal((LossFunction.LogLoss, log), Baseline(probability, null));
        Assert.Equal((LossFunction.LogLoss, log), Baseline(odds, null));
        Assert.Equal((LossFunction.SquaredError, 0.025), Baseline(s_model, null));
        Assert.Equal((LossFunction.SquaredError, 0.025), Baseline(odds, LossFunction.SquaredError));
        Assert.Equal((LossFunction.AbsoluteError, 0.15), Baseline(s_model, LossFunction.AbsoluteError));
        Assert.Equal((LossFunction.ZeroOne, 0), Baseline(odds, LossFunction.ZeroOne));

        (LossFunction, double) Baseline(IModel<Number> model, LossFunction? loss)
        {
            FeatureImportances<Number> found = new PermutationImportance<Number> { Loss = loss }.Measure(model, data);
            return (found.Loss, Math.Round(found.Baseline, 12) is var rounded && Math.Abs(rounded - log) < 1e-10 ? log : rounded);
        }
    }

    public enum Kind
    {
        First,
        Second,
        Third,
    }

    [FeatureRecord]
    public sealed partial record Number(double A, double? B);

    [FeatureRecord]
    public sealed partial record Vast([ArrayLength(2000)] double[] Values);
}
