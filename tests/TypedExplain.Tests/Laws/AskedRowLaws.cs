using TypedExplain.Neighborhoods;
using TypedExplain.Tests.Shap;
using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Laws;

/// <summary>Every row that a model is asked about is a record, whatever the instance and the background lack.</summary>
public class AskedRowLaws
{
    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void ShapAsksAboutRecords(Animal animal) => animal.Obeys(new OfShap());

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void NeighborhoodsHoldRecords(Animal animal) => animal.Obeys(new OfNeighborhoods());

    /// <summary>Small backgrounds, so that a value may be missing in all rows, in some or in none, and in the instance or not.</summary>
    private static IEnumerable<(Dataset<T> Background, T Instance)> Settings<T>(int atLeast)
        where T : IFeatureRecord<T>
    {
        Twin<T> twin = new();
        for (int seed = 0; seed < 12; seed++)
        {
            Random random = new(seed);
            yield return (new(Enumerable.Range(0, atLeast + (seed % 4)).Select(_ => twin.Random(random))), twin.Random(random));
        }
    }

    private sealed class OfShap : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            foreach ((Dataset<T> background, T instance) in Settings<T>(1))
            {
                IModel<T> model = OfRecords(Analytic.Smooth<T>());
                double[] own = ShapTwin.Encode(instance);
                foreach (IShapExplainer<T> explainer in (IShapExplainer<T>[])[
                    new KernelShap<T> { Background = background, ExactUpTo = 4, Samples = 3 * T.Schema.Features.Length },
                    new PermutationShap<T> { Background = background, Permutations = 4 }])
                {
                    ShapValues<T> values = explainer.Values(model, instance);
                    Assert.Equal(values.Prediction - values.BaseValue, values.Contributions.AsSpan().ToArray().Sum(), 1e-12);
                    Assert.All(T.Schema.Features, feature => Assert.True(feature.IsPresent(own) || values.Contributions[feature] == 0, feature.Name));
                }
            }
        }
    }

    private sealed class OfNeighborhoods : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            foreach ((Dataset<T> background, T instance) in Settings<T>(2))
            {
                IModel<T> model = OfRecords(Analytic.Smooth<T>());
                foreach (INeighborhood<T> neighborhood in (INeighborhood<T>[])[
                    new GaussianNeighborhood<T> { Background = background, Samples = 40, HoldConstantFeatures = true },
                    new GaussianNeighborhood<T> { Background = background, Samples = 40, HoldConstantFeatures = true, Center = NeighborhoodCenter.Background },
                    new BinnedNeighborhood<T> { Background = background, Samples = 40, HoldConstantFeatures = true },
                    new KdeNeighborhood<T> { Background = background, Samples = 40, HoldConstantFeatures = true, Bandwidth = 0.3 }])
                {
                    _ = new Lime<T> { Neighborhood = neighborhood, Kernel = new UnweightedKernel() }.Explain(model, instance);
                }
            }
        }
    }

    /// <summary>A model that checks what it is asked about: each row must come back, to the bit, when its record is encoded.</summary>
    private static IModel<T> OfRecords<T>(IModel<T> model)
        where T : IFeatureRecord<T> => Model.FromRows<T>((rows, scores) =>
        {
            double[] again = new double[rows.Columns];
            for (int row = 0; row < rows.Count; row++)
            {
                T.Schema.Encode(rows.Decode(row), again);
                Assert.Equal(rows[row].ToArray().Select(BitConverter.DoubleToInt64Bits), again.Select(BitConverter.DoubleToInt64Bits));
            }

            model.Score(rows, scores);
        });
}
