using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Explainers;

public class MapleTests
{
    private static readonly Dataset<Point> s_points = new(Enumerable.Range(0, 200).Select(i =>
    {
        RandomStream stream = new RandomStream(9, "points").For(i);
        return new Point(stream.Uniform(0), stream.Uniform(1), (float)stream.Uniform(2), stream.Uniform(3));
    }));

    /// <summary>Two regimes of the first number; the last two never matter.</summary>
    private static readonly IModel<Point> s_model = Model.From<Point>(point => point.X < 0.5 ? 3 * point.Y : 2 - point.Y);

    private static readonly Maple<Point> s_maple = new() { Background = s_points, Trees = 60, Seed = 4 };

    [Fact]
    public void EveryRegimeGetsItsOwnSlopes()
    {
        FittedMaple<Point> fitted = s_maple.Fit(s_model);
        Explanation<Point> low = fitted.Explain(s_model, new(0.2, 0.5, 0.5f, 0.5)), high = fitted.Explain(s_model, new(0.8, 0.5, 0.5f, 0.5));
        Assert.Equal(3, low.Attribution[1], 0.5);
        Assert.Equal(-1, high.Attribution[1], 0.5);
        Assert.Equal(1.5, low.LocalPrediction, 0.2);
        Assert.Equal(1.5, high.LocalPrediction, 0.2);
        Assert.Contains(PointFeatures.Y, fitted.Retained);
        Assert.True(fitted.Scores[1] > fitted.Scores[2] && fitted.Scores[1] > fitted.Scores[3]);
    }

    [Fact]
    public void TheModelIsAskedAboutEveryRowOnceAndThenTwicePerInstance()
    {
        int batches = 0, rows = 0;
        IModel<Point> counting = Model.FromRows<Point>((batch, scores) =>
        {
            batches++;
            rows += batch.Count;
            s_model.Score(batch, scores);
        });
        FittedMaple<Point> fitted = s_maple.Fit(counting);
        Assert.Equal((2, 200, 200), (batches, rows, fitted.Queries));

        batches = rows = 0;
        Assert.Equal(2, fitted.Explain(counting, s_points[0]).Queries);
        Assert.Equal((1, 2), (batches, rows));
        Assert.Equal(fitted.Explain(counting, s_points[0]).Attribution.AsSpan().ToArray(), fitted.Explain(s_points[0]).Attribution.AsSpan().ToArray());
    }

    [Fact]
    public void AsManyFeaturesAreKeptAsValidationNeeds()
    {
        FittedMaple<Point> fitted = s_maple.Fit(Model.From<Point>(point => 5 * point.Z));
        Assert.Equal("Z", Assert.Single(fitted.Retained).Name);
        Assert.Equal(4, fitted.ValidationErrors.Length);
        Assert.Equal(fitted.ValidationErrors.Min(), fitted.ValidationErrors[0]);
        Explanation<Point> explanation = fitted.Explain(Model.From<Point>(point => 5 * point.Z), s_points[3]);
        Assert.Equal([0, 0], (double[])[explanation.Attribution[0], explanation.Attribution[1]]);
    }

    [Fact]
    public void ThreadsChangeNoBit()
    {
        long[][] Explain(Maple<Point> maple)
        {
            FittedMaple<Point> fitted = maple.Fit(s_model);
            return [.. fitted.ExplainMany(s_model, s_points.Rows[..20], maple.MaxThreads).Results.Select(Bits.Of), [.. fitted.ValidationErrors.Select(BitConverter.DoubleToInt64Bits)]];
        }

        long[][] alone = Explain(s_maple with { MaxThreads = 1 });
        Assert.Equal(alone, Explain(s_maple with { MaxThreads = 1 }));
        Assert.Equal(alone, Explain(s_maple with { MaxThreads = 2 }));
        Assert.NotEqual(alone, Explain(s_maple with { MaxThreads = 2, Seed = 5 }));
    }

    [Fact]
    public void AnotherModelThanTheFittedOneIsFoundOut()
    {
        FittedMaple<Point> fitted = s_maple.Fit(s_model);
        string message = Assert.Throws<InvalidModelException>(() => fitted.Explain(Model.From<Point>(point => 1), s_points[0])).Message;
        Assert.StartsWith("The model answers 1 for Point { X = ", message);
        Assert.EndsWith("Fit MAPLE to the model that is to be explained.", message);

        // The same model made anew is no other one, nor is one that is off by rounding.
        Assert.Equal(s_model.Predict(s_points[0]), fitted.Explain(Model.From<Point>(point => s_model.Predict(point) * (1 + 1e-12)), s_points[0]).Prediction, 1e-9);
    }

    [Fact]
    public void OneOfSeveralOutputsIsExplained()
    {
        IModel<Point> two = Model.From<Point>(["first", "second"], (point, scores) => (scores[0], scores[1]) = (point.X, -point.X));
        Explanation<Point> explanation = s_maple.Fit(two.Output("second")).Explain(two.Output("second"), s_points[0]);
        Assert.Equal("second", explanation.Output);
        Assert.Equal(-1, explanation.Attribution[0], 1e-3);
        Assert.Throws<InvalidModelException>(() => s_maple.Fit(two));
    }

    [Fact]
    public void MoreColumnsThanRowsAndDuplicateColumnsAreFitted()
    {
        Dataset<Household> few = Households(6);
        IModel<Household> model = Model.From<Household>(household => household.Size + (household.Home.Income / 1e5));
        FittedMaple<Household> fitted = new Maple<Household> { Background = few, MinLeafRows = 1, Trees = 10 }.Fit(model);
        foreach (Household household in few.Rows)
            Assert.All(fitted.Explain(model, household).Attribution.AsSpan().ToArray(), effect => Assert.True(double.IsFinite(effect)));

        Dataset<Point> twice = new(s_points.Rows.Select(point => point with { Y = point.X, W = point.X }));
        IModel<Point> sum = Model.From<Point>(point => point.X + point.Y + point.W);
        foreach (double ridge in (double[])[0, 0.001])
        {
            Explanation<Point> explanation = (s_maple with { Background = twice, Ridge = ridge, Validation = twice }).Fit(sum).Explain(sum, twice[0]);
            Assert.Equal(3, explanation.Attribution[0] + explanation.Attribution[1] + explanation.Attribution[3], 0.01);
        }
    }

    [Fact]
    public void BackgroundsTooSmallAreRefused()
    {
        Assert.Equal(
            "MAPLE cannot be fitted to 1 row of Point; it needs at least 3.",
            Assert.Throws<InvalidDatasetException>(() => (s_maple with { Background = s_points.Select([0]) }).Fit(s_model)).Message);
        Assert.Equal(
            "MAPLE cannot be fitted to 1 row of Point; it needs at least 2.",
            Assert.Throws<InvalidDatasetException>(() => (s_maple with { Background = s_points.Select([0]), Validation = s_points }).Fit(s_model)).Message);
        Assert.Equal(3, (s_maple with { Background = s_points.Select([0, 1, 2]) }).Fit(s_model).Queries);
    }

    public static TheoryData<Maple<Point>, string> Refused => new()
    {
        { s_maple with { Trees = 0 }, "Trees of MAPLE is 0; it must be at least 1." },
        { s_maple with { MinLeafRows = 0 }, "MinLeafRows of MAPLE is 0; it must be at least 1." },
        { s_maple with { MaxThreads = 0 }, "MaxThreads of MAPLE is 0; it must be at least 1." },
        { s_maple with { FeaturesPerSplit = 5 }, "FeaturesPerSplit of MAPLE is 5; it must be from 1 to 4, the columns of Point, or null for half of them." },
        { s_maple with { Ridge = -1 }, "Ridge of MAPLE is -1; it must be 0 or more." },
        { s_maple with { ValidationFraction = 1 }, "ValidationFraction of MAPLE is 1; it must be between 0 and 1." },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void OptionsOutsideTheirRange(Maple<Point> maple, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidOptionException>(() => maple.Fit(s_model)).Message);

    [Fact]
    public void CancellationEndsTheFit()
    {
        using CancellationTokenSource source = new();
        IModel<Point> model = Model.From<Point>(point =>
        {
            source.Cancel();
            return point.X;
        });
        FittedMaple<Point> fitted = s_maple.Fit(Model.From<Point>(point => point.X));
        Assert.ThrowsAny<OperationCanceledException>(() => s_maple.Fit(model, source.Token));
        Assert.ThrowsAny<OperationCanceledException>(() => fitted.Explain(model, s_points[0], source.Token));
    }

    [Fact]
    public void AnswersTooLargeToFit()
    {
        IModel<Point> model = Model.From<Point>(point => 1e200 * point.X);
        Assert.Contains("too large", Assert.Throws<NoFitException>(() => s_maple.Fit(model)).Message);
    }

    private static Dataset<Household> Households(int count)
    {
        Twin<Household> twin = new();
        Random random = new(3);
        return new(Enumerable.Range(0, count).Select(_ => twin.Random(random)));
    }
}
