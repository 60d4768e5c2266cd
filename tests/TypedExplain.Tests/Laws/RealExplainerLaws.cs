using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Laws;

/// <summary>Laws of explainers that work on real rows, over every schema of the zoo.</summary>
public class RealExplainerLaws
{
    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void LinearModelGetsItsOwnWeightsBack(Animal animal) => animal.Obeys(new OwnWeights());

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void ConstantModelGetsExactZeros(Animal animal) => animal.Obeys(new ExactZeros());

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void NumbersAreFinite(Animal animal) => animal.Obeys(new Finite());

    private static (Dataset<T> Background, Twin<T> Twin) Setting<T>()
        where T : IFeatureRecord<T>
    {
        Twin<T> twin = new();
        Random random = new(21);
        return (new(Enumerable.Range(0, 150).Select(_ => twin.Random(random))), twin);
    }

    /// <summary>MAPLE fitted to a model, MeLIME of every kind, and the others on the same neighborhoods.</summary>
    private static IEnumerable<IExplainer<T>> Explainers<T>(Dataset<T> background, IModel<T> model, double ridge)
        where T : IFeatureRecord<T>
    {
        FittedMaple<T> maple = new Maple<T> { Background = background, Trees = 20, MinLeafRows = 40, Ridge = ridge, Seed = 1 }.Fit(model);
        KdeNeighborhood<T> density = new() { Background = background, Samples = 300, Radius = 1000, HoldConstantFeatures = true };
        Melime<T> melime = new() { Neighborhood = density, LocalModel = new RidgeRegression { Alpha = ridge } };
        TrainingSelection<T> selection = new() { Weights = maple.Weights, HoldConstantFeatures = true };
        return
        [
            maple,
            melime,
            melime with { Kernel = new NormalKernel { Radius = 5 } },
            melime with { LocalModel = new HuberRegression { Alpha = ridge } },
            melime with { Neighborhood = selection },
            new Linex<T> { Neighborhood = density, Ridge = ridge, Tolerance = 1e-10, Kernel = new ExponentialKernel { Width = 3 } },
            new Linex<T> { Neighborhood = selection, Ridge = ridge, Tolerance = 1e-10 },
            new Lime<T> { Neighborhood = selection, Ridge = ridge },
        ];
    }

    private sealed class OwnWeights : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            (Dataset<T> background, Twin<T> twin) = Setting<T>();
            T instance = background[0];
            double[] own = twin.Encode(instance), weights = new double[own.Length], expected = new double[twin.Features.Count];
            for (int i = 0; i < twin.Features.Count; i++)
            {
                TwinFeature feature = twin.Features[i];
                Feature<T> known = T.Schema.Features[i];
                if (background.Statistics.IsConstant(known))
                    continue;
                double weight = (i % 2 == 0 ? 1 : -1) * (i + 1) / (feature.IsNumeric ? background.Statistics.Deviation[i] : 1);
                int column = feature.Column + (feature.Columns > 1 ? Array.IndexOf(own[feature.Column..(feature.Column + feature.Columns)], 1.0) : 0);
                weights[column] = weight;
                expected[i] = feature.IsNumeric || feature.Columns > 1 || own[column] == 1 ? weight : -weight;
            }

            IModel<T> model = Analytic.Linear<T>(weights, 3);
            foreach (IExplainer<T> explainer in Explainers(background, model, ridge: 1e-9))
            {
                Explanation<T> explanation = explainer.Explain(model, instance);

                // MAPLE keeps as few features as it needs: a linear model of all needs all.
                for (int i = 0; i < expected.Length; i++)
                    Assert.True(Math.Abs(explanation.Attribution[i] - expected[i]) <= 1e-5 * (1e-9 + Math.Abs(expected[i])), $"{explainer.Name}: {T.Schema.Features[i]} is {explanation.Attribution[i]:R}, not {expected[i]:R}");
                Assert.Equal(expected.Any(weight => weight != 0) ? 1 : explanation.Fit!.Value.R2, explanation.Fit!.Value.R2, 1e-8);
                Assert.NotEqual(SolveStatus.NotConverged, explanation.Convergence.Status);
                foreach (T other in (T[])[instance, background[7]])
                {
                    double size = twin.Encode(other).Zip(weights, (value, weight) => Math.Abs(value * weight)).Sum() + 3;
                    Assert.Equal(model.Predict(other), explanation.Predict(other), 1e-5 * size);
                }
            }
        }
    }

    private sealed class ExactZeros : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            (Dataset<T> background, Twin<T> twin) = Setting<T>();
            IModel<T> model = Model.From<T>(_ => 0.7);
            T elsewhere = twin.Random(new Random(4));
            foreach (IExplainer<T> explainer in Explainers(background, model, ridge: 0.001))
            {
                Explanation<T> explanation = explainer.Explain(model, elsewhere);
                Assert.All(explanation.Attribution.AsSpan().ToArray(), effect => Assert.Equal(0L, BitConverter.DoubleToInt64Bits(effect)));
                Assert.Equal(0.7, explanation.LocalPrediction);
                Assert.True(explanation.Caveats.HasFlag(Caveats.ConstantModel));
            }
        }
    }

    private sealed class Finite : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            (Dataset<T> background, Twin<T> twin) = Setting<T>();
            IModel<T> model = Analytic.Smooth<T>();
            T elsewhere = twin.Random(new Random(4));
            foreach (IExplainer<T> explainer in Explainers(background, model, ridge: 0))
            {
                Explanation<T> explanation = explainer.Explain(model, elsewhere);
                Assert.All(explanation.Attribution.AsSpan().ToArray(), effect => Assert.True(double.IsFinite(effect)));
                Assert.True(double.IsFinite(explanation.Intercept) && double.IsFinite(explanation.Fit!.Value.R2));
                Assert.InRange(explanation.Fit!.Value.R2, -1e-9, 1 + 1e-9);
                foreach (Feature<T> feature in T.Schema.Features.Where(background.Statistics.IsConstant))
                    Assert.Equal(0, explanation.Attribution[feature]);
            }
        }
    }
}
