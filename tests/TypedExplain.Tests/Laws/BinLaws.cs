using TypedExplain.Data;
using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Laws;

/// <summary>Laws of neighborhoods by bins and of Latin hypercubes, over every schema of the zoo.</summary>
public class BinLaws
{
    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void NeighborsAreLegalRecords(Animal animal) => animal.Obeys(new Legal());

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void FewerNeighborsAreTheFirstOfMore(Animal animal) => animal.Obeys(new Prefix());

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void ANumberCountsByItsBin(Animal animal) => animal.Obeys(new ByBin());

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void ExplanationsAreFiniteAndTheSameTwice(Animal animal) => animal.Obeys(new Finite());

    private static (BinnedNeighborhood<T> Bins, GaussianNeighborhood<T> Hypercube, double[] Instance, Twin<T> Twin) Setting<T>()
        where T : IFeatureRecord<T>
    {
        Twin<T> twin = new();
        Random random = new(13);
        Dataset<T> background = new(Enumerable.Range(0, 40).Select(_ => twin.Random(random)));
        return (
            new() { Background = background, Samples = 531, HoldConstantFeatures = true, Discretization = Discretization.Decile },
            new() { Background = background, Samples = 531, HoldConstantFeatures = true, Design = SamplingDesign.LatinHypercube },
            twin.Encode(background[3]),
            twin);
    }

    private static double[] Draw<T>(INeighborhood<T> neighborhood, double[] instance, int count)
        where T : IFeatureRecord<T>
    {
        double[] rows = new double[count * instance.Length];
        neighborhood.Sample(instance, new RandomStream(3, "test").For(instance), rows);
        return rows;
    }

    private sealed class Legal : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            (BinnedNeighborhood<T> bins, GaussianNeighborhood<T> hypercube, double[] instance, Twin<T> twin) = Setting<T>();
            double[] again = new double[twin.Columns];
            foreach (INeighborhood<T> neighborhood in (INeighborhood<T>[])[bins, hypercube])
            {
                foreach (double[] row in Draw(neighborhood, instance, 530).Chunk(instance.Length))
                {
                    T.Schema.Encode(T.Decode(row), again);
                    Assert.Equal(row, again);
                }
            }
        }
    }

    private sealed class Prefix : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            (BinnedNeighborhood<T> bins, _, double[] instance, _) = Setting<T>();
            Assert.Equal(Draw(bins, instance, 100), Draw(bins, instance, 530)[..(100 * instance.Length)]);
        }
    }

    private sealed class ByBin : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            (BinnedNeighborhood<T> neighborhood, _, double[] instance, _) = Setting<T>();
            double[] rows = Draw(neighborhood, instance, 200);
            int features = T.Schema.Features.Length;
            double[] interpretable = new double[200 * features], own = new double[features], plain = new double[200 * features];
            neighborhood.Statistics.Interpret(instance, rows, interpretable, features);
            neighborhood.Statistics.Interpret(instance, instance, own, features);
            neighborhood.Background.Statistics.Interpret(instance, rows, plain, features);
            foreach (Feature<T> feature in T.Schema.Features)
            {
                NumberBins? bins = neighborhood.Statistics.Bins![feature];
                bool isPresent = feature.IsPresent(instance);
                Assert.Equal(feature.IsNumeric && !neighborhood.Statistics.IsConstant(feature) && feature.Draw != TypedExplain.DrawMode.Fixed, bins is not null);
                if (bins is not null)
                    Assert.Equal(isPresent ? 1 : 0, own[feature.Index]);
                for (int row = 0; row < 200; row++)
                {
                    ReadOnlySpan<double> columns = rows.AsSpan(row * instance.Length, instance.Length);
                    double value = interpretable[(row * features) + feature.Index];
                    if (bins is null)
                        Assert.Equal(plain[(row * features) + feature.Index], value);
                    else if (!isPresent)
                        Assert.Equal(0, value);
                    else if (!feature.IsPresent(columns))
                        Assert.Equal(bins.Frequencies[bins.Of(instance[feature.Column])], value);
                    else
                        Assert.Equal(bins.Of(columns[feature.Column]) == bins.Of(instance[feature.Column]) ? 1 : 0, value);
                }
            }
        }
    }

    private sealed class Finite : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            (BinnedNeighborhood<T> bins, GaussianNeighborhood<T> hypercube, double[] instance, _) = Setting<T>();
            foreach (INeighborhood<T> neighborhood in (INeighborhood<T>[])[bins, hypercube])
            {
                Linex<T> linex = new() { Neighborhood = neighborhood, Kernel = new ExponentialKernel { Width = 3 }, Seed = 5 };
                Explanation<T> explanation = linex.Explain(Analytic.Smooth<T>(), T.Decode(instance));
                Assert.All(explanation.Attribution.AsSpan().ToArray(), effect => Assert.True(double.IsFinite(effect)));
                Assert.Equal(Bits.Of(explanation), Bits.Of(linex.Explain(Analytic.Smooth<T>(), T.Decode(instance))));
                Assert.NotEmpty(explanation.ToString());
            }
        }
    }
}
