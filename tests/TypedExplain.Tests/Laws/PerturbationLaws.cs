using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Laws;

/// <summary>Laws of the neighbors that generated code draws.</summary>
public class PerturbationLaws
{
    private const int Neighbors = 600;

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void NeighborsAreLegalRecords(Animal animal) => animal.Obeys(new Legal());

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void NeighborsAreTheTwins(Animal animal) => animal.Obeys(new SameNeighbors());

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void InterpretableFormIsTheTwins(Animal animal) => animal.Obeys(new SameInterpretation());

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void FewerNeighborsAreTheFirstOfMore(Animal animal) => animal.Obeys(new Prefix());

    /// <summary>A background of random legal records, a wide neighborhood of it, and one instance.</summary>
    private static (Twin<T> Twin, GaussianNeighborhood<T> Neighborhood, double[] Instance) Setting<T>(NeighborhoodCenter center = NeighborhoodCenter.Instance, double radius = 1.7)
        where T : IFeatureRecord<T>
    {
        Twin<T> twin = new();
        Random random = new(5);
        Dataset<T> background = new(Enumerable.Range(0, 40).Select(_ => twin.Random(random)));
        GaussianNeighborhood<T> neighborhood = new() { Background = background, Samples = Neighbors + 1, Radius = radius, Center = center, HoldConstantFeatures = true };
        return (twin, neighborhood, twin.Encode(background[3]));
    }

    private static RandomStream Stream(double[] instance) => new RandomStream(3, "test").For(instance);

    private sealed class Legal : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            (Twin<T> twin, GaussianNeighborhood<T> neighborhood, double[] instance) = Setting<T>();
            double[] rows = new double[Neighbors * twin.Columns];
            neighborhood.Sample(instance, Stream(instance), rows);

            double[] again = new double[twin.Columns];
            foreach (double[] row in rows.Chunk(twin.Columns))
            {
                T record = T.Decode(row);
                T.Schema.Encode(record, again);
                Assert.Equal(row, again);
                foreach (TwinFeature feature in twin.Features.Where(feature => feature.IsNumeric && twin.IsPresent(feature, row)))
                    Assert.InRange(row[feature.Column], feature.Limits.Minimum, feature.Limits.Maximum);
            }

            // Whatever its author did not fix takes more than one value, unless the background has one only.
            foreach (TwinFeature feature in twin.Features.Where(feature => feature.Draw != DrawMode.Fixed))
            {
                Feature<T> known = T.Schema.Features[twin.Features.IndexOf(feature)];
                if (!neighborhood.Statistics.IsConstant(known))
                    Assert.True(rows.Chunk(twin.Columns).Select(row => string.Join(",", row.AsSpan(feature.Column, feature.Columns).ToArray())).Distinct().Count() > 1, known.Name);
            }
        }
    }

    private sealed class SameNeighbors : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            foreach (NeighborhoodCenter center in Enum.GetValues<NeighborhoodCenter>())
            {
                (Twin<T> twin, GaussianNeighborhood<T> neighborhood, double[] instance) = Setting<T>(center);
                double[] rows = new double[Neighbors * twin.Columns];
                neighborhood = neighborhood with { Design = SamplingDesign.Independent };
                neighborhood.Sample(instance, Stream(instance), rows);
                double[][] expected = [.. Enumerable.Range(0, Neighbors).Select(_ => new double[twin.Columns])];
                TwinDraws<T> draws = new(twin, neighborhood, instance);
                for (int i = 0; i < twin.Features.Count; i++)
                    draws.Draw(i, Stream(instance).For(i), expected);

                for (int row = 0; row < Neighbors; row++)
                {
                    foreach (TwinFeature feature in twin.Features)
                    {
                        ReadOnlySpan<double> there = expected[row].AsSpan(feature.Column, feature.Columns), drawn = rows.AsSpan((row * twin.Columns) + feature.Column, feature.Columns);
                        if (feature.Scale != FeatureScale.Linear && feature.Kind == FeatureKind.Real)
                            Assert.True(TwinDraws<T>.IsNear(feature, there[0], drawn[0]), $"{feature.Name}: {there[0]:R} and {drawn[0]:R}");
                        else
                            Assert.Equal(there, drawn);
                    }
                }
            }
        }
    }

    private sealed class SameInterpretation : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            (Twin<T> twin, GaussianNeighborhood<T> neighborhood, double[] instance) = Setting<T>();
            double[] rows = new double[Neighbors * twin.Columns], interpretable = new double[Neighbors * twin.Features.Count];
            neighborhood.Sample(instance, Stream(instance), rows);
            FeatureStatistics<T> statistics = neighborhood.Statistics;
            statistics.Interpret(instance, rows, interpretable, twin.Features.Count);
            for (int row = 0; row < Neighbors; row++)
            {
                double[] expected = twin.Interpret(rows.AsSpan(row * twin.Columns, twin.Columns), instance, statistics);
                for (int i = 0; i < expected.Length; i++)
                {
                    double actual = interpretable[(row * expected.Length) + i];
                    if (twin.Features[i].Scale == FeatureScale.Linear || actual == expected[i])
                        Assert.Equal(expected[i], actual);
                    else
                        Assert.Equal(expected[i], actual, 1e-9);
                }
            }
        }
    }

    private sealed class Prefix : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            (Twin<T> twin, GaussianNeighborhood<T> neighborhood, double[] instance) = Setting<T>();
            double[] many = new double[Neighbors * twin.Columns], few = new double[7 * twin.Columns];
            neighborhood.Sample(instance, Stream(instance), many);
            neighborhood.Sample(instance, Stream(instance), few);
            Assert.Equal(few, many[..few.Length]);
        }
    }
}
