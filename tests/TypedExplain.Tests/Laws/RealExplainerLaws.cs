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
        FittedMaple<T> maple = new Maple<T> { Background = background, Validation = background, Trees = 20, MinLeafRows = 40, Ridge = ridge, Seed = 1 }.Fit(model);
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
            double[] own = twin.Encode(instance), weights = new double[twin.Features.Count];
            for (int i = 0; i < weights.Length; i++)
            {
                // What does not vary, or cannot be compared because the instance has no value, has no weight to get back.
                TwinFeature feature = twin.Features[i];
                bool varies = !background.Statistics.IsHeld(T.Schema.Features[i]) && !background.Statistics.IsConstant(T.Schema.Features[i]) && (feature.IsNumeric || twin.IsPresent(feature, own));
                weights[i] = varies ? (i % 2 == 0 ? 1 : -1) * (i + 1) : 0;
            }

            IModel<T> model = Model.FromRows<T>((rows, scores) =>
            {
                for (int row = 0; row < rows.Count; row++)
                    scores[row] = 3 + twin.Interpret(rows[row], own, background.Statistics).Zip(weights, (value, weight) => value * weight).Sum();
            });
            foreach (IExplainer<T> explainer in Explainers(background, model, ridge: 1e-9))
            {
                // What is linear on a circle as one instance sees it is not as MAPLE's validation rows do.
                if (explainer is FittedMaple<T> && twin.Features.Exists(feature => feature.Scale == FeatureScale.Cyclic))
                    continue;
                Explanation<T> explanation = explainer.Explain(model, instance);

                // MAPLE keeps as few features as it needs: a linear model of all needs all.
                for (int i = 0; i < weights.Length; i++)
                    Assert.True(Math.Abs(explanation.Standardized[i] - weights[i]) <= 1e-5 * (1 + Math.Abs(weights[i])), $"{explainer.Name}: {T.Schema.Features[i]} is {explanation.Standardized[i]:R}, not {weights[i]:R}");
                Assert.Equal(weights.Any(weight => weight != 0) ? 1 : explanation.Fit!.Value.R2, explanation.Fit!.Value.R2, 1e-8);
                Assert.NotEqual(SolveStatus.NotConverged, explanation.Convergence.Status);
                foreach (T other in (T[])[instance, background[7]])
                    Assert.Equal(model.Predict(other), explanation.Predict(other), 1e-4 * (3 + weights.Sum(Math.Abs)));
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
                // MeLIME's fit is to all batches and measured on the last, so it may be a little worse than a constant.
                Assert.InRange(explanation.Fit!.Value.R2, -0.01, 1 + 1e-9);
                foreach (Feature<T> feature in T.Schema.Features.Where(background.Statistics.IsConstant))
                    Assert.Equal(0, explanation.Attribution[feature]);
            }
        }
    }
}
