using TypedExplain.Tests.Shap;
using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Laws;

/// <summary>Laws of SHAP values, over every schema of the zoo.</summary>
public class ShapLaws
{
    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void ValuesAreThoseOfTheDefinition(Animal animal) => animal.Obeys(new Definition());

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void ValuesOfTreesAreThoseOfTheDefinition(Animal animal) => animal.Obeys(new DefinitionOfTrees());

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void ContributionsSumToTheDifference(Animal animal) => animal.Obeys(new Efficiency());

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void IgnoredFeaturesGetNothing(Animal animal) => animal.Obeys(new Dummy());

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void ValuesOfASumAreSumsOfValues(Animal animal) => animal.Obeys(new Linearity());

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void LinearModelGetsItsOwnWeightsBack(Animal animal) => animal.Obeys(new OwnWeights());

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void LinearFormHitsTheAnswer(Animal animal) => animal.Obeys(new Linear());

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void ConstantModelGetsExactZeros(Animal animal) => animal.Obeys(new ExactZeros());

    private static (IShapExplainer<T>[] Explainers, T Instance, WeightedRows<T> Background) Setting<T>(int rows = 7)
        where T : IFeatureRecord<T>
    {
        Twin<T> twin = new();
        Random random = new(5);
        Dataset<T> data = new(Enumerable.Range(0, rows).Select(_ => twin.Random(random)));
        WeightedRows<T> background = new(data, Enumerable.Range(0, rows).Select(row => 1.0 + (row % 3)));
        IShapExplainer<T>[] explainers =
        [
            new KernelShap<T> { Background = background, ExactUpTo = 16 },
            new KernelShap<T> { Background = background, ExactUpTo = 0, Samples = 2 * T.Schema.Features.Length, Seed = 2 },
            new KernelShap<T> { Background = background, ExactUpTo = 0, Samples = 300, Selection = FeatureSelection.LassoPath(3) },
            new PermutationShap<T> { Background = background, Permutations = 3, Seed = 2 },
            new PermutationShap<T> { Background = background, Permutations = 1 },
        ];
        return (explainers, twin.Random(random), background);
    }

    /// <summary>A forest over a smooth target, by which trees of every schema have something to ask.</summary>
    private static Forest<T> Forest<T>(Dataset<T> data)
        where T : IFeatureRecord<T> =>
        new RandomForest<T> { Trees = 4, Seed = 3, FeaturesPerSplit = 1 }.Train(data.WithTarget(data.Rows.Select(row => Analytic.Smooth<T>().Predict(row))));

    private sealed class Definition : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            if (T.Schema.Features.Length > 8)
                return;
            (_, T instance, WeightedRows<T> background) = Setting<T>();
            IModel<T> model = Analytic.Smooth<T>();
            double[] expected = ShapTwin.Of(T.Schema.Features.Length, known => ShapTwin.Interventional(model, instance, background, known));

            const double slack = 1e-12;
            ShapValues<T> listed = new KernelShap<T> { Background = background }.Values(model, instance);
            ShapValues<T> fitted = new KernelShap<T> { Background = background, ExactUpTo = 0, Samples = 1 << 16, Selection = FeatureSelection.HighestWeights(16) }.Values(model, instance);
            for (int i = 0; i < expected.Length; i++)
            {
                Assert.Equal(expected[i], listed.Contributions[i], slack);
                Assert.Equal(expected[i], fitted.Contributions[i], 100 * slack);
            }

            // As many orders as there are need not be all of them; their standard error says how far off they are.
            ShapValues<T> ordered = new PermutationShap<T> { Background = background, Permutations = 400 }.Values(model, instance);
            for (int i = 0; i < expected.Length; i++)
                Assert.InRange(ordered.Contributions[i] - expected[i], (-5 * (ordered.StandardErrors?[i] ?? 0)) - slack, (5 * (ordered.StandardErrors?[i] ?? 0)) + slack);
        }
    }

    private sealed class DefinitionOfTrees : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            int features = T.Schema.Features.Length;
            if (features > 6)
                return;
            (_, T first, WeightedRows<T> background) = Setting<T>(5);
            Forest<T> forest = Forest(Setting<T>(40).Background.Rows);
            TreeShap<T> path = new(), interventional = new() { Expectation = TreeExpectation.Interventional, Background = background };
            foreach (T instance in (T[])[first, .. background.Rows.Rows])
            {
                double[] own = ShapTwin.Encode(instance);
                Close(ShapTwin.Of(features, known => ShapTwin.Interventional(forest, instance, background, known)), interventional.Values(forest, instance));
                Close(ShapTwin.Of(features, known => forest.Trees.Average(tree => ShapTwin.PathDependent<T>(tree, 0, own, known))), path.Values(forest, instance));
            }
        }

        private static void Close<T>(double[] expected, ShapValues<T> values)
            where T : IFeatureRecord<T>
        {
            for (int i = 0; i < expected.Length; i++)
                Assert.Equal(expected[i], values.Contributions[i], 1e-12);
        }
    }

    private sealed class Efficiency : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            (IShapExplainer<T>[] explainers, T instance, WeightedRows<T> background) = Setting<T>();
            IModel<T> smooth = Analytic.Smooth<T>();
            Forest<T> forest = Forest(background.Rows);
            foreach (IShapExplainer<T> explainer in explainers)
            {
                Check(explainer.Values(smooth, instance), smooth.Predict(instance));
                Check(explainer.Values(forest, instance), forest.Predict(instance));
            }

            Check(new TreeShap<T>().Values(forest, instance), forest.Predict(instance));
            Check(new TreeShap<T> { Expectation = TreeExpectation.Interventional, Background = background }.Values(forest, instance), forest.Predict(instance));
        }

        private static void Check<T>(ShapValues<T> values, double prediction)
            where T : IFeatureRecord<T>
        {
            Assert.Equal(prediction, values.Prediction, 1e-12);
            Assert.Equal(values.Prediction - values.BaseValue, values.Contributions.AsSpan().ToArray().Sum(), 1e-12);
            Assert.Contains(values.Explainer.Name, values.ToString());
        }
    }

    private sealed class Dummy : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            (IShapExplainer<T>[] explainers, T instance, _) = Setting<T>();
            // What is known of a value that may be missing depends on whether there is one, and the other way round.
            Feature<T>? ignored = T.Schema.Features.LastOrDefault(feature => feature.Kind != FeatureKind.Missing && !T.Schema.IsNullable(feature));
            if (ignored is null)
                return;
            IModel<T> smooth = Analytic.Smooth<T>();
            IModel<T> model = Model.FromRows<T>((rows, scores) =>
            {
                double[] values = rows.Values.ToArray();
                for (int row = 0; row < rows.Count; row++)
                    values.AsSpan((row * rows.Columns) + ignored.Column, ignored.ColumnCount).Clear();
                smooth.Score(new EncodedRows<T>(values), scores);
            });
            foreach (IShapExplainer<T> explainer in explainers)
            {
                // A fit to few coalitions need not see it.
                ShapValues<T> values = explainer.Values(model, instance);
                if (explainer is PermutationShap<T> || values.StandardErrors is null)
                    Assert.Equal(0, values.Contributions[ignored], 1e-14);
            }
        }
    }

    private sealed class Linearity : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            (IShapExplainer<T>[] explainers, T instance, WeightedRows<T> background) = Setting<T>();
            IModel<T> smooth = Analytic.Smooth<T>();
            Forest<T> forest = Forest(background.Rows);
            IModel<T> sum = Model.FromRows<T>((rows, scores) =>
            {
                double[] others = new double[rows.Count];
                smooth.Score(rows, scores);
                forest.Score(rows, others);
                for (int row = 0; row < others.Length; row++)
                    scores[row] = (2 * scores[row]) - (3 * others[row]);
            });
            foreach (IShapExplainer<T> explainer in explainers)
            {
                // What a selection keeps depends on the model, and so does the game that is fitted to few coalitions.
                if (explainer is KernelShap<T> kernel && kernel.Selection != FeatureSelection.All)
                    continue;
                IShapExplainer<T> fitted = explainer is KernelShap<T> own ? own with { Estimator = CoalitionEstimator.Published } : explainer;
                ShapValues<T> first = fitted.Values(smooth, instance), second = fitted.Values(forest, instance), both = fitted.Values(sum, instance);
                for (int i = 0; i < T.Schema.Features.Length; i++)
                    Assert.Equal((2 * first.Contributions[i]) - (3 * second.Contributions[i]), both.Contributions[i], 1e-10);
            }
        }
    }

    private sealed class OwnWeights : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            (IShapExplainer<T>[] explainers, T instance, WeightedRows<T> background) = Setting<T>();
            double[] own = ShapTwin.Encode(instance), weights = new double[own.Length], expected = new double[T.Schema.Features.Length];
            foreach (Feature<T> feature in T.Schema.Features)
            {
                for (int column = feature.Column; column < feature.Column + feature.ColumnCount; column++)
                {
                    double mean = Enumerable.Range(0, background.Count).Sum(row => background.Weights[row] * background.Rows.Encoded[row][column]) / background.Weights.Sum();
                    weights[column] = (1 + column) / (1 + Math.Abs(mean) + Math.Abs(own[column]));
                    expected[feature.Index] += weights[column] * (own[column] - mean);
                }
            }

            if (!T.Schema.IsComplete)
                return;
            IModel<T> model = Analytic.Linear<T>(weights, 3);
            foreach (IShapExplainer<T> explainer in explainers)
            {
                // Every way to divide agrees on a sum, the smallest sample included, if it tells all features apart.
                ShapValues<T> values = explainer.Values(model, instance);
                if ((explainer is KernelShap<T> kernel && kernel.Selection != FeatureSelection.All) || values.Caveats.HasFlag(Caveats.FewEffectiveSamples))
                    continue;
                Explanation<T> linear = explainer.Explain(model, instance);
                foreach (Feature<T> feature in T.Schema.Features)
                {
                    Assert.Equal(expected[feature.Index], values.Contributions[feature], 1e-7 * (1 + own.Length));

                    // In linear form a number has its weight, and a flag the difference between its own value and the other.
                    double effect = linear.Attribution[feature], weight = weights[feature.Column] * (feature.Kind == FeatureKind.Flag && own[feature.Column] == 0 ? -1 : 1);
                    if (feature.Kind != FeatureKind.Category && feature.Scale == FeatureScale.Linear && effect != 0)
                        Assert.Equal(weight, effect, 1e-4 * Math.Abs(weight));
                }
            }
        }
    }

    private sealed class Linear : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            (IShapExplainer<T>[] explainers, T instance, WeightedRows<T> background) = Setting<T>();
            Forest<T> forest = Forest(background.Rows);
            TreeShap<T> trees = new() { Background = background }, interventional = trees with { Expectation = TreeExpectation.Interventional };
            foreach (IShapExplainer<T> explainer in (IShapExplainer<T>[])[.. explainers, trees, interventional])
            {
                ShapValues<T> values = explainer.Values(forest, instance);
                Explanation<T> linear = explainer.Explain(forest, instance);
                double missed = 0, size = 1;
                foreach (Feature<T> feature in T.Schema.Features)
                {
                    double effect = linear.Attribution[feature];
                    Assert.True(double.IsFinite(effect));
                    missed += effect == 0 ? values.Contributions[feature] : 0;
                    size += Math.Abs(effect * (feature.IsNumeric ? ShapTwin.Encode(instance)[feature.Column] : 1));
                }

                Assert.Equal(values.Prediction, linear.Prediction);
                Assert.Equal(values.Prediction, linear.LocalPrediction + missed, 1e-12 * size);
                Assert.Equal(missed != 0, linear.Caveats.HasFlag(Caveats.AtTheMean));
                Assert.Equal(values.Queries, linear.Queries);

                // What its surrogate says of the same background is what it was made of.
                Contributions<T> again = linear.Contributions(background);
                foreach (Feature<T> feature in T.Schema.Features)
                    Assert.Equal(linear.Attribution[feature] == 0 ? 0 : values.Contributions[feature], again[feature], 1e-12);
            }
        }
    }

    private sealed class ExactZeros : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            (IShapExplainer<T>[] explainers, T instance, WeightedRows<T> background) = Setting<T>();
            Forest<T> forest = new RandomForest<T> { Trees = 2 }.Train(background.Rows.WithTarget(Enumerable.Repeat(0.7, background.Count)));
            foreach (IShapExplainer<T> explainer in (IShapExplainer<T>[])[.. explainers, new TreeShap<T> { Background = background }, new TreeShap<T> { Background = background, Expectation = TreeExpectation.Interventional }])
            {
                ShapValues<T> values = explainer.Values(forest, instance);
                Assert.All(values.Contributions.AsSpan().ToArray(), contribution => Assert.Equal(0L, BitConverter.DoubleToInt64Bits(contribution)));
                Assert.True(values.Caveats.HasFlag(Caveats.ConstantModel), explainer.ToString());
                Assert.Contains("nothing to attribute", values.ToString());
            }
        }
    }
}
