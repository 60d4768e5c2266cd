using TypedExplain.Numerics;
using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Laws;

/// <summary>Laws of the scale on which answers are explained, of every surrogate and over every schema of the zoo.</summary>
public class LinkLaws
{
    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void AProbabilityIsExplainedAsItsLogOddsAreToTheBit(Animal animal) => animal.Obeys(new ByLogOdds());

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void WhatAModelDoesNotSayChangesNoBit(Animal animal) => animal.Obeys(new AsBefore());

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void ALogisticModelGetsItsOwnWeightsBackAndIsMissedNowhere(Animal animal) => animal.Obeys(new OwnWeights());

    private static (Dataset<T> Background, Twin<T> Twin) Setting<T>()
        where T : IFeatureRecord<T>
    {
        Twin<T> twin = new();
        Random random = new(21);
        return (new(Enumerable.Range(0, 60).Select(_ => twin.Random(random))), twin);
    }

    /// <summary>Every explainer that fits a surrogate, or baseline of one, with a link of its own.</summary>
    private static Func<IModel<T>, IExplainer<T>>[] Explainers<T>(Dataset<T> background, double ridge, LinkFunction? link)
        where T : IFeatureRecord<T>
    {
        GaussianNeighborhood<T> around = new() { Background = background, Samples = 241, HoldConstantFeatures = true };
        ExponentialKernel wide = new() { Width = 3 };
        return
        [
            _ => new Lime<T> { Neighborhood = around, Kernel = wide, Ridge = ridge, Link = link, StandardErrors = true },
            _ => new SmoothedLime<T> { Neighborhood = around, Kernel = wide, Ridge = ridge, Link = link },
            _ => new Linex<T> { Neighborhood = around, Kernel = wide, Ridge = ridge, Link = link },
            _ => new Linex<T> { Neighborhood = around, Kernel = wide, Ridge = ridge, Link = link, Redraws = null },
            _ => new Melime<T> { Neighborhood = around, LocalModel = new RidgeRegression { Alpha = ridge }, Batches = 3, Link = link },
            model => new Maple<T> { Background = background, Validation = background, Trees = 10, MinLeafRows = 15, Ridge = ridge, Link = link }.Fit(model),
            model => new GlobalSurrogate<T> { Background = background, Ridge = ridge, Link = link }.Fit(model),
            _ => new TrivialExplainer<T> { Background = background, Link = link },
            _ => new RandomExplainer<T> { Background = background, Link = link },
        ];
    }

    private sealed class ByLogOdds : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            (Dataset<T> background, Twin<T> twin) = Setting<T>();
            IModel<T> plain = Analytic.Smooth<T>(), probability = plain.As(OutputKind.Probability), logOdds = Model.FromRows<T>((rows, scores) =>
            {
                plain.Score(rows, scores);
                for (int i = 0; i < scores.Length; i++)
                    scores[i] = VectorMath.Log(scores[i] / (1 - scores[i]));
            });
            T instance = background[0], other = twin.Random(new Random(5));
            foreach ((Func<IModel<T>, IExplainer<T>> byKind, Func<IModel<T>, IExplainer<T>> byOption) in Explainers(background, 1, link: null).Zip(Explainers(background, 1, LinkFunction.Logit)))
            {
                Explanation<T> told = byKind(probability).Explain(probability, instance), asked = byOption(plain).Explain(plain, instance), right = byKind(logOdds).Explain(logOdds, instance);
                foreach (Explanation<T> explanation in (Explanation<T>[])[told, asked])
                {
                    Assert.Equal(LinkFunction.Logit, explanation.Link);
                    Assert.Equal(Numbers(right), Numbers(explanation));
                    Assert.Equal(plain.Predict(instance), explanation.Prediction);
                    Assert.Equal(right.Prediction, explanation.LinkedPrediction);
                    Assert.Equal(right.LocalPrediction, explanation.LinkedLocalPrediction);
                    Assert.Equal(right.Predict(other), explanation.PredictLinked(other));
                    Assert.Equal(1 / (1 + Math.Exp(-right.Predict(other))), explanation.Predict(other), 1e-12);
                    Assert.InRange(explanation.Predict(other), 0, 1);
                    Assert.Null(explanation.Clipped);

                    // What is doubted is doubted on the scale of the fit.
                    Assert.Equal(right.Caveats, explanation.Caveats);
                    Assert.Contains("effects are in log odds", explanation.ToString());
                }

                Assert.Equal(OutputKind.Probability, told.Kind);
                Assert.Equal(OutputKind.Score, asked.Kind);
            }
        }

        private static long[] Numbers<T>(Explanation<T> explanation)
            where T : IFeatureRecord<T> =>
            [.. ((double[])[.. explanation.Importances(), .. explanation.Attribution.AsSpan(), explanation.Intercept, explanation.Fit?.R2 ?? 0, explanation.Fit?.EffectiveSamples ?? 0, explanation.Convergence.Residual, .. explanation.StandardErrors is { } errors ? errors.AsSpan() : default]).Select(BitConverter.DoubleToInt64Bits)];
    }

    private sealed class AsBefore : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            (Dataset<T> background, _) = Setting<T>();
            IModel<T> plain = Analytic.Smooth<T>();
            T instance = background[0];
            foreach ((Func<IModel<T>, IExplainer<T>> byKind, Func<IModel<T>, IExplainer<T>> byOption) in Explainers(background, 1, link: null).Zip(Explainers(background, 1, LinkFunction.Identity)))
            {
                Explanation<T> explanation = byKind(plain).Explain(plain, instance);
                Assert.Equal(LinkFunction.Identity, explanation.Link);
                Assert.Equal(explanation.Prediction, explanation.LinkedPrediction);
                Assert.Equal(explanation.LocalPrediction, explanation.LinkedLocalPrediction);
                Assert.Null(explanation.ProbabilityChanges);
                Assert.DoesNotContain("log odds", explanation.ToString());

                // Told what it is, a model is explained the same where the link is given; so is one of log odds or of an amount.
                foreach (OutputKind kind in (OutputKind[])[OutputKind.Probability, OutputKind.LogOdds, OutputKind.Score, OutputKind.Amount("points")])
                    Assert.Equal(Bits.Of(explanation), Bits.Of(byOption(plain.As(kind)).Explain(plain.As(kind), instance)));
            }
        }
    }

    private sealed class OwnWeights : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            (Dataset<T> background, Twin<T> twin) = Setting<T>();
            T instance = background[0];
            FeatureStatistics<T> statistics = background.Statistics;
            double[] own = twin.Encode(instance), weights = [.. Enumerable.Range(0, twin.Features.Count).Select(i => (i % 2 == 0 ? 1.0 : -1.0) * (1 + (i % 4)) / twin.Features.Count)];
            IModel<T> model = Model.FromRows<T>((rows, scores) =>
            {
                for (int row = 0; row < rows.Count; row++)
                    scores[row] = 1 / (1 + Math.Exp(-(0.5 + twin.Interpret(rows[row], own, statistics).Zip(weights, (value, weight) => value * weight).Sum())));
            }).As(OutputKind.Probability);
            foreach (Func<IModel<T>, IExplainer<T>> make in Explainers(background, 0, link: null)[..4])
            {
                Explanation<T> explanation = make(model).Explain(model, instance);
                for (int i = 0; i < weights.Length; i++)
                {
                    TwinFeature feature = twin.Features[i];
                    bool varies = (feature.Draw == DrawMode.Uniform || !statistics.IsConstant(T.Schema.Features[i])) && feature.Draw != DrawMode.Fixed
                        && (feature.IsNumeric || twin.IsPresent(feature, own)) && feature.Categories.Length != 1;
                    Assert.Equal(varies ? weights[i] : 0, explanation.Standardized[i], 1e-5);
                }

                Assert.Equal(model.Predict(instance), explanation.LocalPrediction, 1e-6);
                Assert.Equal(explanation.LinkedPrediction, explanation.LinkedLocalPrediction, 1e-5);
            }
        }
    }
}
