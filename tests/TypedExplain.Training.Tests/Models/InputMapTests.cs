using TypedExplain.Tests.Zoo;
using TypedExplain.Training.Models;
using TypedExplain.Training.Tests.Networks;
using TypedExplain.Training.Tests.Regularizers;

namespace TypedExplain.Training.Tests.Models;

public class InputMapTests
{
    public static TheoryData<Animal> Animals => Animal.All;

    [Theory]
    [MemberData(nameof(Animals))]
    public void InputsAreStandardizedByTheDefinition(Animal animal) => animal.Obeys(new Definition());

    [Theory]
    [MemberData(nameof(Animals))]
    public void GradientsGoBackAsTheInputsCame(Animal animal) => animal.Obeys(new Back());

    private sealed class Definition : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            Dataset<T> data = ZooData.Of<T>(50);
            InputMap<T> map = InputMap<T>.Of(data);
            double[] inputs = new double[data.Count * map.Inputs];
            map.Write<double>(data.Encoded.Values, inputs);
            foreach (Feature<T> feature in T.Schema.Features)
            {
                (int first, int count) = map.Of(feature);
                double[][] own = [.. Enumerable.Range(0, data.Count).Select(row => inputs[((row * map.Inputs) + first)..((row * map.Inputs) + first + count)])];
                bool[] present = [.. Enumerable.Range(0, data.Count).Select(row => feature.IsPresent(data.Encoded[row]))];
                Assert.All(own.Where((_, row) => !present[row]), values => Assert.All(values, value => Assert.Equal(0, value)));
                double[][] known = [.. own.Where((_, row) => present[row])];
                if (feature.Kind == FeatureKind.Category)
                    Assert.All(known, values => Assert.Equal((1, values.Length), (values.Sum(), values.Count(value => value is 0 or 1))));
                else if (feature.IsNumeric && feature.Scale == FeatureScale.Cyclic)
                    Assert.All(known, values => Assert.Equal(1, (values[0] * values[0]) + (values[1] * values[1]), 1e-12));
                else if (feature.IsNumeric && !data.Statistics.IsConstant(feature) && known.Length > 1)
                    Assert.Equal((0, known.Length - 1), (Math.Round(known.Sum(values => values[0]), 5), Math.Round(known.Sum(values => values[0] * values[0]), 6)));
                else if (!feature.IsNumeric)
                    Assert.Equal(Enumerable.Range(0, data.Count).Where(row => present[row]).Select(row => data.Encoded[row][feature.Column]), known.Select(values => values[0]));
            }
        }
    }

    private sealed class Back : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            Dataset<T> data = ZooData.Of<T>(20);
            InputMap<T> map = InputMap<T>.Of(data);
            float[] factors = Kernels.MadeNumbers.Of<float>(map.Inputs, "factors");
            for (int row = 0; row < 4; row++)
            {
                double[] x = data.Encoded[row].ToArray(), gradient = new double[x.Length];
                map.CarryBack(x, factors, gradient);
                foreach (Feature<T> feature in T.Schema.Features)
                {
                    if (!feature.IsPresent(x) || feature.Kind == FeatureKind.Missing || (feature.Kind == FeatureKind.Category && feature.Encoding != CategoryEncoding.OneHot))
                        continue;
                    double unit = feature.IsNumeric ? Math.Max(1e-3 * Math.Abs(x[feature.Column]), data.Statistics.Scale[feature.Index]) : 1;
                    for (int column = feature.Column; column < feature.Column + feature.ColumnCount; column++)
                    {
                        int own = column;
                        Slopes.Check(at => Sum(map, x, own, at[0] * unit, factors), [x[own] / unit], [gradient[own] * unit], feature.Name, 1e-4);
                    }
                }
            }
        }

        private static double Sum<T>(InputMap<T> map, double[] x, int column, double value, float[] factors)
            where T : IFeatureRecord<T>
        {
            double[] moved = [.. x], inputs = new double[map.Inputs];
            moved[column] = value;
            map.Write<double>(moved, inputs);
            return inputs.Zip(factors, (input, factor) => input * factor).Sum();
        }
    }
}
