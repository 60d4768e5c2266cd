using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Explainers;

/// <summary>The adjustment by forests: the same limit by the same answers, told more exactly, and errors that know it.</summary>
public class AdjustmentTests
{
    private const int Seeds = 40;

    private static readonly Dataset<Point> s_points = new([new(0, 0, 0, 0), new(1, 2, 3, 4), new(5, 1, -3, 2), new(2, 0, 1, 1), new(-1, 3, 2, 0), new(0, -2, 1, 5)]);

    private static readonly GaussianNeighborhood<Point> s_around = new() { Background = s_points, Samples = 301 };

    // Steps and a product, which no line fits and trees learn.
    private static readonly IModel<Point> s_steps = Model.From<Point>(point => (point.X > 0.5 ? 2.0 : 0) - (point.Y > 1 ? 1.0 : 0) + (point.X > 2 && point.Z > 0 ? 1.5 : 0) + (0.3 * point.Z));

    private static readonly ForestAdjustment s_forests = new() { Neighbors = 1_500, Trees = 8 };

    public static TheoryData<LinearExplainer<Point>> Methods => new(
        new Lime<Point> { Neighborhood = s_around },
        new Linex<Point> { Neighborhood = s_around },
        new Lime<Point> { Neighborhood = s_around with { Design = SamplingDesign.Independent } });

    [Theory]
    [MemberData(nameof(Methods))]
    public void EffectsMoveLessAndErrorsSaySo(LinearExplainer<Point> explainer)
    {
        (double[] _, double plain, double plainError) = Moves(explainer);
        (double[] mean, double adjusted, double adjustedError) = Moves(explainer with { Adjustment = s_forests });
        Assert.True(adjusted < 0.5 * plain, $"{adjusted} {plain}");
        Assert.InRange(adjustedError / adjusted, 0.75, 1.4);
        Assert.InRange(plainError / plain, 0.6, 1.7);

        // LINEX shrinks by a share of the errors, which are smaller here.
        double[] limit = [.. (explainer with { Neighborhood = s_around with { Samples = 60_001 } }).Explain(s_steps, s_points[0]).Standardized.AsSpan()];
        for (int j = 0; j < limit.Length; j++)
            Assert.Equal(limit[j], mean[j], 4 * Math.Sqrt(adjusted / Seeds) + (explainer is Linex<Point> ? Math.Sqrt(adjusted) : 0.01));
    }

    [Fact]
    public void NotOneQueryIsAdded()
    {
        Lime<Point> lime = new() { Neighborhood = s_around };
        (Explanation<Point> plain, long asked) = Counted(lime);
        (Explanation<Point> adjusted, long askedToo) = Counted(lime with { Adjustment = s_forests });
        Assert.Equal(asked, askedToo);
        Assert.Equal(plain.Queries, adjusted.Queries);

        // The fit is judged by what the model answered, not by what forests say.
        Assert.InRange(adjusted.Fit!.Value.R2, plain.Fit!.Value.R2 - 0.05, plain.Fit!.Value.R2);
        Assert.Equal(plain.Fit!.Value.EffectiveSamples, adjusted.Fit!.Value.EffectiveSamples);

        static (Explanation<Point> Explanation, long Asked) Counted(Lime<Point> explainer)
        {
            long rows = 0;
            Explanation<Point> explanation = explainer.Explain(
                Model.FromRows<Point>((asked, scores) =>
                {
                    rows += asked.Count;
                    s_steps.Score(asked, scores);
                }),
                s_points[0]);
            return (explanation, rows);
        }
    }

    [Fact]
    public void ALineIsFoundAsItIs()
    {
        Lime<Point> lime = new() { Neighborhood = s_around, Ridge = 0, Adjustment = s_forests };
        Explanation<Point> explanation = lime.Explain(Model.From<Point>(point => (3 * point.X) - point.W + 7), s_points[1]);
        Assert.Equal(3, explanation.Attribution.X, 1e-4);
        Assert.Equal(0, explanation.Attribution.Y, 1e-4);
        Assert.Equal(-1, explanation.Attribution.W, 1e-4);
    }

    [Fact]
    public void BitsDependOnTheSeedAlone()
    {
        Linex<Point> linex = new() { Neighborhood = s_around, Adjustment = s_forests };
        IReadOnlyList<Explanation<Point>> one = linex.ExplainMany(s_steps, s_points.Rows, threads: 1).Results;
        IReadOnlyList<Explanation<Point>> four = linex.ExplainMany(s_steps, s_points.Rows, threads: 4).Results;
        for (int row = 0; row < one.Count; row++)
            Assert.True(one[row].Standardized.AsSpan().SequenceEqual(four[row].Standardized.AsSpan()));
        Assert.False(one[0].Standardized.AsSpan().SequenceEqual((linex with { Seed = 1 }).Explain(s_steps, s_points[0]).Standardized.AsSpan()));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(10)]
    public void FewSamplesTellLittleAndDoNotFail(int samples)
    {
        Lime<Point> lime = new() { Neighborhood = s_around with { Samples = samples }, Adjustment = s_forests };
        Explanation<Point> explanation = lime.Explain(s_steps, s_points[0]);
        Assert.True(explanation.Caveats.HasFlag(Caveats.FewEffectiveSamples));
    }

    [Fact]
    public void EveryOutputIsAdjustedByItself()
    {
        IModel<Point> both = Model.FromRows<Point>(["steps", "minus"], (rows, scores) =>
        {
            double[] steps = new double[rows.Count];
            s_steps.Score(rows, steps);
            for (int row = 0; row < steps.Length; row++)
                (scores[2 * row], scores[(2 * row) + 1]) = (steps[row], -steps[row]);
        });
        Lime<Point> lime = new() { Neighborhood = s_around, Adjustment = s_forests };
        IReadOnlyList<Explanation<Point>> outputs = lime.ExplainOutputs(both, s_points[0]);
        Assert.Equal(outputs[0].Standardized[0], -outputs[1].Standardized[0], 1e-9);
        Assert.True(outputs[0].Standardized.AsSpan().SequenceEqual(lime.Explain(s_steps, s_points[0]).Standardized.AsSpan()));
    }

    [Fact]
    public void WhatItCannotDoIsRefused()
    {
        Linex<Point> parts = new() { Neighborhood = s_around, Partition = [s_around, s_around], Adjustment = s_forests };
        Assert.Contains("Partition", Refused(parts), StringComparison.Ordinal);
        FittedMaple<Point> maple = new Maple<Point> { Background = s_points, Trees = 3 }.Fit(s_steps);
        Lime<Point> weighted = new() { Neighborhood = new TrainingSelection<Point> { Weights = maple.Weights, Samples = 4 }, Adjustment = s_forests };
        Assert.Contains("weights of its own", Refused(weighted), StringComparison.Ordinal);
        Lime<Point> lime = new() { Neighborhood = s_around };
        Assert.Equal("Neighbors of the adjustment is 99; it must be from 100 to 1000000.", Refused(lime with { Adjustment = new() { Neighbors = 99 } }));
        Assert.Equal("Trees of the adjustment is 0; it must be from 1 to 10000.", Refused(lime with { Adjustment = new() { Trees = 0 } }));
        Assert.Equal("MinLeafRows of the adjustment is 0; it must be at least 1.", Refused(lime with { Adjustment = new() { MinLeafRows = 0 } }));
        Assert.Throws<NoFitException>(() => (lime with { Adjustment = s_forests }).Explain(Model.From<Point>(point => point.X * 1e307), s_points[1]));

        static string Refused(IExplainer<Point> explainer) => Assert.Throws<InvalidOptionException>(() => explainer.Explain(s_steps, s_points[0])).Message;
    }

    /// <summary>The mean effects over seeds, the sum of their variances and that of their squared errors as told.</summary>
    private static (double[] Mean, double Variance, double Told) Moves(LinearExplainer<Point> explainer)
    {
        int features = FeatureSchema.Of<Point>().Features.Length;
        double[] sums = new double[features], squares = new double[features];
        double told = 0;
        for (int seed = 0; seed < Seeds; seed++)
        {
            Explanation<Point> explanation = (explainer with { Seed = seed }).Explain(s_steps, s_points[0]);
            for (int j = 0; j < features; j++)
            {
                double effect = explanation.Standardized[j], error = explanation.StandardErrors![j];
                sums[j] += effect / Seeds;
                squares[j] += effect * effect / Seeds;
                told += error * error / Seeds;
            }
        }

        return (sums, squares.Zip(sums, (square, mean) => square - (mean * mean)).Sum() * Seeds / (Seeds - 1), told);
    }
}
