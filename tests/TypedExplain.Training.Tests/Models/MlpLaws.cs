using TypedExplain.Tests.Zoo;
using TypedExplain.Training.Tests.Kernels;
using TypedExplain.Training.Tests.Regularizers;

namespace TypedExplain.Training.Tests.Models;

/// <summary>What holds for perceptrons of every schema.</summary>
public class MlpLaws
{
    public static TheoryData<Animal> Animals => Animal.All;

    [Theory]
    [MemberData(nameof(Animals))]
    public void ScoresAreFiniteAndDoNotDependOnTheBatch(Animal animal) => animal.Obeys(new OneByOne());

    [Theory]
    [MemberData(nameof(Animals))]
    public void GradientsAreThoseOfTheScores(Animal animal) => animal.Obeys(new Gradients());

    [Theory]
    [MemberData(nameof(Animals))]
    public void AStoredModelGivesTheSameBits(Animal animal) => animal.Obeys(new Stored());

    [Theory]
    [MemberData(nameof(Animals))]
    public void TheSameSeedGivesTheSameModel(Animal animal) => animal.Obeys(new Repeated());

    private static Mlp<T> Train<T>(bool isClass, int seed = 0, bool isLinear = false)
        where T : IFeatureRecord<T>
    {
        Dataset<T> data = ZooData.Of<T>(24);
        double[] target = MadeNumbers.Of<double>(24, "target", 10);
        data = isClass ? data.WithLabels(target.Select(value => value > 5 ? DayOfWeek.Friday : value > -5 ? DayOfWeek.Monday : DayOfWeek.Sunday)) : data.WithTarget(target);
        return new ExpoTrainer<T>
        {
            HiddenUnits = isLinear ? [] : [9, 4],
            MaxEpochs = 3,
            BatchSize = 7,
            Regularizers = [new StabilityRegularizer<T> { Scale = RegularizerScale.Absolute }, new L2Regularizer<T>()],
            Seed = seed,
        }.Train(data);
    }

    private sealed class OneByOne : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            Dataset<T> data = ZooData.Of<T>(40);
            foreach (bool isClass in new[] { false, true })
            {
                Mlp<T> model = Train<T>(isClass);
                int outputs = model.Outputs.Length;
                double[] all = new double[data.Count * outputs], one = new double[outputs];
                model.Score(data.Encoded, all);
                for (int row = 0; row < data.Count; row++)
                {
                    model.Score(new EncodedRows<T>(data.Encoded[row]), one);
                    Assert.Equal(all[(row * outputs)..((row + 1) * outputs)], one);
                    Assert.All(one, score => Assert.True(double.IsFinite(score)));
                    if (isClass)
                        Assert.Equal(1, one.Sum(), 1e-12);
                }
            }
        }
    }

    private sealed class Gradients : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            // Kinks would spoil differences, so the model has none: layers are checked elsewhere, in double precision.
            Dataset<T> data = ZooData.Of<T>(24);
            foreach (bool isClass in new[] { false, true })
            {
                Mlp<T> model = Train<T>(isClass, isLinear: true);
                for (int row = 0; row < 3; row++)
                {
                    double[] x = data.Encoded[row].ToArray(), gradient = new double[x.Length];
                    int output = row % model.Outputs.Length;
                    model.Gradient(new EncodedRows<T>(x), output, gradient);
                    foreach (Feature<T> feature in T.Schema.Features.Where(feature => feature.Kind != FeatureKind.Missing))
                    {
                        bool isCode = feature.Kind == FeatureKind.Category && feature.Encoding != CategoryEncoding.OneHot;
                        for (int column = feature.Column; column < feature.Column + feature.ColumnCount; column++)
                        {
                            double unit = feature.IsNumeric ? data.Statistics.Scale[feature.Index] : 1, step = 0.05 * unit;
                            if (feature.Scale == FeatureScale.Log)
                                step = 0.02 * (x[column] + feature.LogOffset);
                            double slope = isCode || !feature.IsPresent(x) ? 0 : (Moved(model, x, column, step, output) - Moved(model, x, column, -step, output)) / (2 * step);
                            double allowed = (0.02 * Math.Abs(slope)) + ((isClass ? 1e-3 : 3e-3) / unit) + (1e-6 / step);
                            Assert.True(Math.Abs(slope - gradient[column]) <= allowed, $"{feature.Name}: {slope} by differences, {gradient[column]}");
                        }
                    }
                }
            }
        }

        private static double Moved<T>(Mlp<T> model, double[] x, int column, double step, int output)
            where T : IFeatureRecord<T>
        {
            double[] moved = [.. x], scores = new double[model.Outputs.Length];
            moved[column] += step;
            model.Score(new EncodedRows<T>(moved), scores);
            return scores[output];
        }
    }

    private sealed class Stored : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            Dataset<T> data = ZooData.Of<T>(24);
            foreach (bool isClass in new[] { false, true })
            {
                Mlp<T> model = Train<T>(isClass);
                using MemoryStream file = new(), again = new();
                model.Save(file);
                file.Position = 0;
                Mlp<T> loaded = Mlp<T>.Load(file);
                loaded.Save(again);
                Assert.Equal(file.ToArray(), again.ToArray());
                Assert.Equal(model.Outputs.AsEnumerable(), loaded.Outputs);
                double[] before = new double[data.Count * model.Outputs.Length], after = new double[before.Length];
                model.Score(data.Encoded, before);
                loaded.Score(data.Encoded, after);
                Assert.Equal(before, after);
            }
        }
    }

    private sealed class Repeated : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            Assert.True(Train<T>(false).Parameters.SequenceEqual(Train<T>(false).Parameters));
            Assert.False(Train<T>(false).Parameters.SequenceEqual(Train<T>(false, seed: 1).Parameters));
        }
    }
}
