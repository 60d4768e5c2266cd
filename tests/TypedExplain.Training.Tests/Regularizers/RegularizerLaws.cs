using TypedExplain.Tests.Zoo;

namespace TypedExplain.Training.Tests.Regularizers;

/// <summary>What holds for the regularizers of every schema.</summary>
public class RegularizerLaws
{
    public static TheoryData<Animal> Animals => Animal.All;

    [Theory]
    [MemberData(nameof(Animals))]
    public void NeighborsAreLegalAndKeepWhatIsNoNumber(Animal animal) => animal.Obeys(new Legal());

    [Theory]
    [MemberData(nameof(Animals))]
    public void AnAffineModelOnTheScalesHasFidelityZero(Animal animal) => animal.Obeys(new Affine());

    [Theory]
    [MemberData(nameof(Animals))]
    public void GradientsAreThoseOfTheLoss(Animal animal) => animal.Obeys(new Gradients());

    [Theory]
    [MemberData(nameof(Animals))]
    public void MoreSamplesBeginWithFewer(Animal animal) => animal.Obeys(new Beginning());

    private static IRegularizer<T>[] All<T>()
        where T : IFeatureRecord<T> =>
        [
            new FidelityRegularizer<T>(), new OneFeatureFidelityRegularizer<T>(), new StabilityRegularizer<T> { Samples = 3 },
            new FidelityRegularizer<T> { IsRelaxed = true }, new StabilityRegularizer<T> { IsRelaxed = true, Samples = 2 },
        ];

    private sealed class Legal : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            Dataset<T> data = ZooData.Of<T>(30);
            foreach (IRegularizer<T> regularizer in All<T>().Take(3))
            {
                for (int point = 0; point < 5; point++)
                {
                    double[] rows = ZooData.Draw(regularizer, data, point);
                    for (int at = 0; at < rows.Length; at += T.Schema.Columns)
                    {
                        double[] row = rows[at..(at + T.Schema.Columns)], again = new double[T.Schema.Columns];
                        T.Schema.Encode(T.Decode(row), again);
                        Assert.Equal(row, again);
                        foreach (Feature<T> feature in T.Schema.Features.Where(feature => !feature.IsNumeric || feature.Draw == DrawMode.Fixed))
                            Assert.Equal(data.Encoded[point].Slice(feature.Column, feature.ColumnCount).ToArray(), row.AsSpan(feature.Column, feature.ColumnCount).ToArray());
                    }

                    if (regularizer is OneFeatureFidelityRegularizer<T>)
                        Assert.True(ZooData.Moving(rows, data.Encoded[point]) <= 1, "more than one column moves");
                }
            }
        }
    }

    /// <summary>Few samples have their numbers made for all features at once, many for one after the other.</summary>
    private sealed class Beginning : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            Dataset<T> data = ZooData.Of<T>(30);
            int few = new FidelityRegularizer<T>().RowsPerPoint;
            foreach ((IRegularizer<T> less, IRegularizer<T> more) in new (IRegularizer<T>, IRegularizer<T>)[]
            {
                (new FidelityRegularizer<T>(), new FidelityRegularizer<T> { Samples = few + 100 }),
                (new OneFeatureFidelityRegularizer<T>(), new OneFeatureFidelityRegularizer<T> { Samples = 100 }),
                (new StabilityRegularizer<T> { Samples = 17 }, new StabilityRegularizer<T> { Samples = 90 }),
            })
            {
                for (int point = 0; point < 3; point++)
                {
                    double[] rows = ZooData.Draw(less, data, point);
                    Assert.Equal(rows, ZooData.Draw(more, data, point)[..rows.Length]);
                }
            }
        }
    }

    private sealed class Affine : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            Dataset<T> data = ZooData.Of<T>(30);
            foreach (IRegularizer<T> regularizer in new IRegularizer<T>[] { new FidelityRegularizer<T>(), new OneFeatureFidelityRegularizer<T>(), new FidelityRegularizer<T> { IsRelaxed = true } })
            {
                for (int point = 0; point < 5; point++)
                {
                    double[] rows = ZooData.Draw(regularizer, data, point);
                    double[] answers = ZooData.AffineAnswers(rows, data.Encoded[point].ToArray(), data.Statistics), gradient = new double[answers.Length];
                    double loss = regularizer.Loss(data.Encoded[point], data.Statistics, rows, answers, gradient);
                    double size = 1 + answers.Max(Math.Abs);
                    Assert.Equal(0, loss / (size * size), 1e-16);
                }
            }
        }
    }

    private sealed class Gradients : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            Dataset<T> data = ZooData.Of<T>(20);
            foreach (IRegularizer<T> regularizer in All<T>())
            {
                double[] rows = ZooData.Draw(regularizer, data, 1);
                double[] answers = Kernels.MadeNumbers.Of<double>(2 * regularizer.RowsPerPoint, "answers"), gradient = new double[answers.Length];
                _ = regularizer.Loss(data.Encoded[1], data.Statistics, rows, answers, gradient);
                Networks.Slopes.Check(at => regularizer.Loss(data.Encoded[1], data.Statistics, rows, at, new double[at.Length]), answers, gradient, regularizer.Name);
            }
        }
    }
}
