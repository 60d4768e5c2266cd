using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Laws;

/// <summary>Laws of neighborhoods that start from real rows, over every schema of the zoo.</summary>
public class RealNeighborLaws
{
    private const int Neighbors = 530;

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void NeighborsAreLegalRecords(Animal animal) => animal.Obeys(new Legal());

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void FewerNeighborsAreTheFirstOfMore(Animal animal) => animal.Obeys(new Prefix());

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void FlagsAndCategoriesAreThoseOfARealRow(Animal animal) => animal.Obeys(new RealCategories());

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void SelectedRowsAreTheHeaviestOfTheBackground(Animal animal) => animal.Obeys(new Heaviest());

    private static Dataset<T> Background<T>(Twin<T> twin, int rows = 40)
        where T : IFeatureRecord<T>
    {
        Random random = new(5);
        return new(Enumerable.Range(0, rows).Select(_ => twin.Random(random)));
    }

    private static IEnumerable<KdeNeighborhood<T>> Densities<T>(Dataset<T> background)
        where T : IFeatureRecord<T>
    {
        KdeNeighborhood<T> plain = new() { Background = background, Samples = Neighbors + 1, HoldConstantFeatures = true };
        yield return plain;
        yield return plain with { Bandwidth = 2, Radius = 100 };
        yield return plain with { Kernel = DensityKernel.TopHat, Bandwidth = 1.5, Radius = 100 };
        int numbers = T.Schema.Features.Count(feature => feature.IsNumeric && !background.Statistics.IsConstant(feature));
        if (numbers > 0)
            yield return plain with { Components = (numbers + 1) / 2, Bandwidth = 0.7 };
    }

    private static TrainingSelection<T> Selection<T>(Dataset<T> background)
        where T : IFeatureRecord<T> => new()
        {
            Weights = new Maple<T> { Background = background, Validation = background, Trees = 20, MinLeafRows = 3, Seed = 2 }.Fit(Analytic.Smooth<T>()).Weights,
            HoldConstantFeatures = true,
        };

    private static double[][] Draw<T>(INeighborhood<T> neighborhood, double[] instance, int count)
        where T : IFeatureRecord<T>
    {
        double[] rows = new double[count * instance.Length];
        neighborhood.Sample(instance, new RandomStream(3, "test").For(instance), rows);
        return [.. rows.Chunk(instance.Length)];
    }

    private sealed class Legal : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            Twin<T> twin = new();
            Dataset<T> background = Background(twin);
            double[] instance = twin.Encode(background[3]), again = new double[twin.Columns];
            foreach (KdeNeighborhood<T> neighborhood in Densities(background))
            {
                double[][] rows = Draw(neighborhood, instance, Neighbors);
                foreach (double[] row in rows)
                {
                    T.Schema.Encode(T.Decode(row), again);
                    Assert.Equal(row, again);
                    foreach (TwinFeature feature in twin.Features.Where(feature => feature.IsNumeric && twin.IsPresent(feature, row)))
                        Assert.InRange(row[feature.Column], feature.Limits.Minimum, feature.Limits.Maximum);
                }

                if (twin.Features.Any(feature => feature.Kind == FeatureKind.Real && feature.Draw != TypedExplain.DrawMode.Fixed))
                    Assert.True(rows.Select(row => string.Join(",", row)).Distinct().Count() > 40);
            }
        }
    }

    private sealed class Prefix : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            Twin<T> twin = new();
            Dataset<T> background = Background(twin);
            double[] instance = twin.Encode(background[3]);
            foreach (INeighborhood<T> neighborhood in (INeighborhood<T>[])[.. Densities(background), Selection(background)])
            {
                int many = neighborhood is TrainingSelection<T> ? 40 : Neighbors;
                Assert.Equal(Draw(neighborhood, instance, 7), Draw(neighborhood, instance, many)[..7]);
            }
        }
    }

    private sealed class RealCategories : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            Twin<T> twin = new();
            Dataset<T> background = Background(twin);
            HashSet<string> real = [.. background.Rows.Select(row => Categories(twin, twin.Encode(row)))];
            foreach (KdeNeighborhood<T> neighborhood in Densities(background))
            {
                foreach (double[] row in Draw(neighborhood, twin.Encode(background[3]), 100))
                    Assert.Contains(Categories(twin, row), real);
            }
        }

        private static string Categories<T>(Twin<T> twin, double[] row)
            where T : IFeatureRecord<T> =>
            string.Join(' ', twin.Features.Where(feature => !feature.IsNumeric && feature.Draw != TypedExplain.DrawMode.Fixed).SelectMany(feature => row[feature.Column..(feature.Column + feature.Columns)]));
    }

    private sealed class Heaviest : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            Twin<T> twin = new();
            Dataset<T> background = Background(twin);
            TrainingSelection<T> selection = Selection(background);
            double[] instance = twin.Encode(twin.Random(new Random(77))), weights = new double[13];
            double[][] rows = Draw(selection, instance, 12);
            selection.Weigh(instance, new RandomStream(3, "test"), weights);

            // Leaf by leaf, tree by tree, as it is defined.
            double[][] encoded = [.. background.Rows.Select(twin.Encode)];
            double[] expected = [.. encoded.Select(row => selection.Weights.Forest.Trees.Sum(tree =>
                tree.Leaf(row) == tree.Leaf(instance) ? 1.0 / encoded.Count(other => tree.Leaf(other) == tree.Leaf(instance)) : 0))];
            int[] order = [.. Enumerable.Range(0, 40).OrderByDescending(row => Math.Round(expected[row], 9)).ThenBy(row => row)];
            Assert.Equal(20, expected.Sum(), 1e-9);
            Assert.Equal(0, weights[0]);
            for (int i = 0; i < rows.Length; i++)
                Assert.Equal(expected[order[i]], weights[i + 1], 1e-9);
            Assert.All(rows.Zip(weights[1..]), pair => Assert.Contains(encoded.Zip(expected), row =>
                Enumerable.Range(0, twin.Features.Count).All(j => background.Statistics.IsHeld(T.Schema.Features[j]) || Same(twin.Features[j], row.First, pair.First))
                && Math.Abs(row.Second - pair.Second) < 1e-9));
        }

        private static bool Same(TwinFeature feature, double[] left, double[] right) =>
            left.AsSpan(feature.Column, feature.Columns).SequenceEqual(right.AsSpan(feature.Column, feature.Columns));
    }
}
