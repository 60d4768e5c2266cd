using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Laws;

/// <summary>Near means near for flags, categories and missing values too: the smaller the radius, the rarer another value than the own.</summary>
public class NearLaws
{
    private const int Neighbors = 500;

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void TheChanceOfAnotherValueGrowsWithTheRadius(Animal animal) => animal.Obeys(new Chance());

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void NearNeighborsAreLegalRecords(Animal animal) => animal.Obeys(new Legal());

    private static (Twin<T> Twin, GaussianNeighborhood<T> Neighborhood, double[] Instance) Setting<T>()
        where T : IFeatureRecord<T>
    {
        Twin<T> twin = new();
        Random random = new(5);
        Dataset<T> background = new(Enumerable.Range(0, 40).Select(_ => twin.Random(random)));
        return (twin, new() { Background = background, HoldConstantFeatures = true }, twin.Encode(background[3]));
    }

    private static double[][] Draw<T>(GaussianNeighborhood<T> neighborhood, double[] instance)
        where T : IFeatureRecord<T>
    {
        double[] rows = new double[Neighbors * instance.Length];
        neighborhood.Sample(instance, new RandomStream(3, "test").For(instance), rows);
        return [.. rows.Chunk(instance.Length)];
    }

    private sealed class Chance : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            (Twin<T> twin, GaussianNeighborhood<T> neighborhood, double[] instance) = Setting<T>();
            double[][] wide = Draw(neighborhood with { Radius = 1.7 }, instance);
            foreach (double radius in (double[])[1e-9, 0.1, 0.25, 0.5, 0.9, 1])
            {
                double[][] rows = Draw(neighborhood with { Radius = radius }, instance);
                foreach (TwinFeature feature in twin.Features.Where(feature => !feature.IsNumeric && feature.Draw == TypedExplain.DrawMode.Marginal && twin.IsPresent(feature, instance)))
                {
                    Feature<T> known = T.Schema.Features[twin.Features.IndexOf(feature)];
                    ReadOnlySpan<double> frequencies = neighborhood.Statistics.Frequencies(known);
                    double own = known.Kind == FeatureKind.Category ? frequencies[known.CategoryIn(instance)] : instance[feature.Column] == 1 ? frequencies[0] : 1 - frequencies[0];
                    double[][] present = [.. rows.Where(row => twin.IsPresent(feature, row))];
                    double share = present.Count(row => !Value(feature, row).SequenceEqual(Value(feature, instance))) / (double)present.Length;
                    double expected = radius * (1 - own), error = Math.Sqrt(expected * (1 - expected) / present.Length);
                    Assert.True(Math.Abs(share - expected) <= 5 * error, $"{known.Name} at radius {radius}: {share}, not {expected}");

                    // From 1 on they are drawn by the background, to the bit.
                    for (int row = 0; row < Neighbors && radius == 1; row++)
                        Assert.True(!twin.IsPresent(feature, rows[row]) || Value(feature, rows[row]).SequenceEqual(Value(feature, wide[row])), known.Name);
                }
            }
        }

        private static ReadOnlySpan<double> Value(TwinFeature feature, double[] row) => row.AsSpan(feature.Column, feature.Columns);
    }

    private sealed class Legal : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            (Twin<T> twin, GaussianNeighborhood<T> neighborhood, double[] instance) = Setting<T>();
            double[] again = new double[twin.Columns];
            foreach (double[] row in Draw(neighborhood with { Radius = 0.3 }, instance))
            {
                T.Schema.Encode(T.Decode(row), again);
                Assert.Equal(row, again);
            }
        }
    }
}
