using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Laws;

/// <summary>Laws of every explainer, over every schema of the zoo.</summary>
public class ExplainerLaws
{
    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void LinearModelGetsItsOwnWeightsBack(Animal animal) => animal.Obeys(new OwnWeights());

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void LinearModelOfInterpretableValuesGetsItsOwnWeightsBack(Animal animal) => animal.Obeys(new OwnInterpretableWeights());

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void ConstantModelGetsExactZeros(Animal animal) => animal.Obeys(new ExactZeros());

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void SurrogateIsTheSumOfItsParts(Animal animal) => animal.Obeys(new Parts());

    /// <summary>One explainer of each kind over a background of random legal records.</summary>
    private static (IExplainer<T>[] Explainers, T Instance, Twin<T> Twin) Setting<T>(double ridge)
        where T : IFeatureRecord<T>
    {
        Twin<T> twin = new();
        Random random = new(21);
        Dataset<T> background = new(Enumerable.Range(0, 60).Select(_ => twin.Random(random)));
        GaussianNeighborhood<T> around = new() { Background = background, Samples = 400, HoldConstantFeatures = true };
        ExponentialKernel wide = new() { Width = 3 };
        IExplainer<T>[] explainers =
        [
            new Lime<T> { Neighborhood = around, Kernel = wide, Ridge = ridge },
            new SmoothedLime<T> { Neighborhood = around, Kernel = wide, Ridge = ridge, Environments = 3 },
            new Linex<T> { Neighborhood = around, Kernel = wide, Ridge = ridge },
            new Linex<T> { Neighborhood = around, Kernel = wide, Ridge = ridge, Redraws = 1, Environments = 5, Bootstrap = Bootstrap.ByWeight },
        ];
        return (explainers, background[0], twin);
    }

    private sealed class OwnWeights : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            (IExplainer<T>[] explainers, T instance, Twin<T> twin) = Setting<T>(ridge: 0);
            double[] own = twin.Encode(instance), weights = new double[own.Length], expected = new double[twin.Features.Count];
            for (int i = 0; i < twin.Features.Count; i++)
            {
                // A category's surrogate knows "as here" and "another" only, so all others weigh the same. On other scales and
                // in other codes the model would not be linear, nor where a value is missing.
                TwinFeature feature = twin.Features[i];
                Feature<T> known = T.Schema.Features[i];
                if (feature.Scale != FeatureScale.Linear || feature.Encoding != CategoryEncoding.OneHot || feature.IsNullable || feature.Draw == DrawMode.Fixed)
                    continue;
                if (((GaussianNeighborhood<T>)((LinearExplainer<T>)explainers[0]).Neighborhood).Statistics.IsConstant(known))
                    continue;
                double spread = feature.IsNumeric ? ((LinearExplainer<T>)explainers[0]).Neighborhood.Statistics.Deviation[i] : 1;
                double weight = (i % 2 == 0 ? 1 : -1) * (i + 1) / spread;
                int column = feature.Column + (feature.Columns > 1 ? Array.IndexOf(own[feature.Column..(feature.Column + feature.Columns)], 1.0) : 0);
                weights[column] = weight;
                expected[i] = feature.IsNumeric || feature.Columns > 1 || own[column] == 1 ? weight : -weight;
            }

            IModel<T> model = Analytic.Linear<T>(weights, 3);
            foreach (IExplainer<T> explainer in explainers)
            {
                Explanation<T> explanation = explainer.Explain(model, instance);
                FeatureStatistics<T> statistics = ((LinearExplainer<T>)explainer).Neighborhood.Statistics;
                double largest = expected.Select((effect, i) => Math.Abs(effect * statistics.Scale[i])).Max();
                for (int i = 0; i < expected.Length; i++)
                    Assert.True(Math.Abs(explanation.Attribution[i] - expected[i]) * statistics.Scale[i] <= 1e-5 * (1 + largest), $"{explainer.Name}: {T.Schema.Features[i]} is {explanation.Attribution[i]:R}, not {expected[i]:R}");
                Assert.True(explanation.Fit!.Value.R2 > 1 - 1e-9);

                // The surrogate is then the model itself, everywhere: its constant is right too.
                foreach (T other in (T[])[instance, twin.Random(new Random(5)), twin.Random(new Random(6))])
                {
                    double size = twin.Encode(other).Zip(weights, (value, weight) => Math.Abs(value * weight)).Sum() + 3;
                    Assert.True(Math.Abs(explanation.Predict(other) - model.Predict(other)) <= 1e-5 * size, $"{explainer.Name}: {explanation.Predict(other):R}, not {model.Predict(other):R}");
                }
            }
        }
    }

    private sealed class OwnInterpretableWeights : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            (IExplainer<T>[] explainers, T instance, Twin<T> twin) = Setting<T>(ridge: 0);
            FeatureStatistics<T> statistics = ((LinearExplainer<T>)explainers[0]).Neighborhood.Statistics;
            double[] own = twin.Encode(instance), weights = [.. Enumerable.Range(0, twin.Features.Count).Select(i => (i % 2 == 0 ? 1.0 : -1.0) * (1 + (i % 9)))];
            IModel<T> model = Model.FromRows<T>((rows, scores) =>
            {
                for (int row = 0; row < rows.Count; row++)
                    scores[row] = 3 + twin.Interpret(rows[row], own, statistics).Zip(weights, (value, weight) => value * weight).Sum();
            });
            foreach (IExplainer<T> explainer in explainers)
            {
                Explanation<T> explanation = explainer.Explain(model, instance);
                for (int i = 0; i < weights.Length; i++)
                {
                    // What never varies in the neighborhood has no effect that could be learned.
                    TwinFeature feature = twin.Features[i];
                    bool varies = (feature.Draw == DrawMode.Uniform || !statistics.IsConstant(T.Schema.Features[i])) && feature.Draw != DrawMode.Fixed
                        && (feature.IsNumeric || twin.IsPresent(feature, own)) && feature.Categories.Length != 1;
                    double expected = varies ? weights[i] : 0;
                    Assert.True(Math.Abs(explanation.Standardized[i] - expected) <= 1e-5 * (1 + Math.Abs(expected)), $"{explainer.Name}: {T.Schema.Features[i]} is {explanation.Standardized[i]:R}, not {expected:R}");
                }

                Assert.True(explanation.Fit!.Value.R2 > 1 - 1e-9 || explanation.Caveats.HasFlag(Caveats.ConstantModel));
                foreach (T other in (T[])[instance, twin.Random(new Random(5))])
                {
                    double[] row = twin.Encode(other);
                    if (twin.Features.TrueForAll(feature => feature.Draw != DrawMode.Fixed || row.AsSpan(feature.Column, feature.Columns).SequenceEqual(own.AsSpan(feature.Column, feature.Columns))) && !statistics.HasConstants)
                        Assert.Equal(model.Predict(other), explanation.Predict(other), 1e-5 * (3 + Math.Abs(model.Predict(other))));
                }
            }
        }
    }

    private sealed class ExactZeros : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            (IExplainer<T>[] explainers, T instance, _) = Setting<T>(ridge: 1);
            IModel<T> model = Model.From<T>(_ => 0.7);
            foreach (IExplainer<T> explainer in explainers)
            {
                Explanation<T> explanation = explainer.Explain(model, instance);
                Assert.All(explanation.Attribution.AsSpan().ToArray(), effect => Assert.Equal(0L, BitConverter.DoubleToInt64Bits(effect)));
                Assert.Equal(0.7, explanation.LocalPrediction);
                Assert.True(explanation.Caveats.HasFlag(Caveats.ConstantModel));
                Assert.Contains("nothing to attribute", explanation.ToString());
            }
        }
    }

    private sealed class Parts : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            (IExplainer<T>[] explainers, T instance, Twin<T> twin) = Setting<T>(ridge: 1);
            T other = twin.Random(new Random(99));
            double[] own = twin.Encode(instance), there = twin.Encode(other);
            foreach (IExplainer<T> explainer in explainers)
            {
                Explanation<T> explanation = explainer.Explain(Analytic.Smooth<T>(), instance);
                FeatureStatistics<T> statistics = ((LinearExplainer<T>)explainer).Neighborhood.Statistics;
                double[] standardized = twin.Interpret(there, own, statistics);
                double expected = explanation.Intercept, size = Math.Abs(explanation.Intercept);
                for (int i = 0; i < twin.Features.Count; i++)
                {
                    // A value in its own units: 1 for "as in the instance", a number on its scale, the mean where it is missing.
                    double part = explanation.Attribution[i] * ((standardized[i] * statistics.Scale[i]) + statistics.Origin[i]);
                    expected += part;
                    size += Math.Abs(part);
                }

                Assert.Equal(expected, explanation.Predict(other), 1e-12 * size);
                Assert.All(explanation.Attribution.AsSpan().ToArray(), effect => Assert.True(double.IsFinite(effect)));
                Assert.Equal(400, explanation.Queries);
            }
        }
    }
}
