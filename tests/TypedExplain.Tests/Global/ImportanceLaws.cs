using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Global;

/// <summary>Permutation importance and interaction strength against brute force, over every schema of the zoo.</summary>
public class ImportanceLaws
{
    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void ImportancesAreThoseOfBruteForce(Animal animal) => animal.Obeys(new Importances());

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void NeighborsAreLegalAndCounted(Animal animal) => animal.Obeys(new Conditional());

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void InteractionsAreThoseOfBruteForce(Animal animal) => animal.Obeys(new Strengths());

    private sealed class Importances : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            Dataset<T> data = Zoology.Background<T>();
            double[][] rows = Zoology.Rows(data);
            IModel<T> smooth = Analytic.Smooth<T>();
            double[] wanted = [.. Enumerable.Range(0, rows.Length).Select(row => row % 7 / 7.0)];
            data = data.WithTarget(wanted);
            PermutationImportance<T> method = new() { Repeats = 3, Seed = 5 };
            List<int> batches = [];
            FeatureImportances<T> found = method.Measure(Counted.Of(Zoology.Legal(smooth), batches), data);
            GlobalPlan plan = method.Plan(smooth, data);
            Assert.Equal((plan.Queries, plan.Batches, found.Queries), (batches.Sum(), batches.Count, plan.Queries));
            double Loss(double[] row, int at) => Math.Pow(Zoology.Answer(smooth, row) - wanted[at], 2);
            Assert.Equal(rows.Select(Loss).Average(), found.Baseline, 1e-12);

            int position = 0;
            foreach (FeatureImportance<T> importance in found.All)
            {
                Feature<T> feature = importance.Features[0];
                bool ownFlag = feature.Kind != FeatureKind.Missing && feature.Index + 1 < T.Schema.Features.Length && T.Schema.Features[feature.Index + 1] is { Kind: FeatureKind.Missing, Covers: 1 };
                int start = feature.Kind == FeatureKind.Missing ? T.Schema.Features[feature.Index - feature.Covers].Column : feature.Column, end = feature.Column + feature.ColumnCount + (ownFlag ? 1 : 0);
                int[] flags = [.. T.Schema.Features.Skip(feature.Index + (ownFlag ? 2 : 1)).Where(other => other.Kind == FeatureKind.Missing && other.Index - other.Covers <= feature.Index).Select(other => other.Column)];
                int[] open = [.. Enumerable.Range(0, rows.Length).Where(row => flags.All(flag => rows[row][flag] == 0))];
                double sum = 0;
                for (int repeat = 0; repeat < 3 && open.Length > 1; repeat++)
                {
                    int[] givers = [.. Enumerable.Range(0, open.Length)];
                    RandomStream stream = new RandomStream(5, "permutation importance").For(position).For(repeat);
                    for (int i = givers.Length - 1; i > 0; i--)
                    {
                        int j = stream.Choose(i, i);
                        (givers[i], givers[j]) = (givers[j], givers[i]);
                    }

                    Assert.DoesNotContain(Enumerable.Range(0, givers.Length), i => givers[i] == i);
                    for (int i = 0; i < open.Length; i++)
                    {
                        double[] changed = [.. rows[open[i]]];
                        Array.Copy(rows[open[givers[i]]], start, changed, start, end - start);
                        sum += Loss(changed, open[i]) - Loss(rows[open[i]], open[i]);
                    }
                }

                Assert.Equal(open.Length > 1 ? sum / 3 / open.Length : 0, importance.Increase, 1e-12);
                position++;
            }

            Assert.NotEmpty(found.ToString());
        }
    }

    private sealed class Conditional : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            Dataset<T> data = Zoology.Background<T>().WithTarget(Enumerable.Range(0, 30).Select(row => row / 30.0));
            IModel<T> smooth = Analytic.Smooth<T>();
            PermutationImportance<T> method = new() { Repeats = 2, Conditional = new GaussianNeighborhood<T> { Background = data, HoldConstantFeatures = true } };
            List<int> batches = [];
            FeatureImportances<T> found = method.Measure(Counted.Of(Zoology.Legal(smooth), batches), data);
            Assert.Equal(method.Plan(smooth, data).Queries, batches.Sum());
            Assert.All(found.All, importance => Assert.True(double.IsFinite(importance.Increase)));
        }
    }

    private sealed class Strengths : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            Dataset<T> data = Zoology.Background<T>(9);
            double[][] rows = Zoology.Rows(data);
            IModel<T> smooth = Analytic.Smooth<T>();
            Feature<T>[] features = [.. T.Schema.Features.Where(feature => feature.Kind != FeatureKind.Missing && !T.Schema.Features.Any(other => other is { Kind: FeatureKind.Missing, Covers: > 1 } && other.Index > feature.Index && other.Index - other.Covers <= feature.Index)).Take(4)];
            if (features.Length == 0)
                return;
            InteractionStrength<T> method = new() { Background = data, Features = [.. features], WithPairs = true };
            List<int> batches = [];
            Interactions<T> found = method.Measure(Counted.Of(Zoology.Legal(smooth), batches));
            GlobalPlan plan = method.Plan(smooth);
            Assert.Equal((plan.Queries, plan.Batches, found.Queries), (batches.Sum(), batches.Count, plan.Queries));

            foreach (Interaction<T> total in found.Totals)
                Agree(total, i => Zoology.Answer(smooth, rows[i]), i => Of(i, total.Features, mixesOthers: false), i => Of(i, total.Features, mixesOthers: true));
            foreach (Interaction<T> pair in found.Pairs)
                Agree(pair, i => Of(i, pair.Features, false), i => Of(i, [pair.Features[0]], false), i => Of(i, [pair.Features[1]], false));
            Assert.NotEmpty(found.ToString());

            // The mean answer with a row's values of some features in all rows, or with the values of all rows in that row.
            double Of(int i, IEnumerable<Feature<T>> of, bool mixesOthers) => Enumerable.Range(0, rows.Length).Average(k =>
            {
                double[] row = [.. rows[mixesOthers ? i : k]], from = rows[mixesOthers ? k : i];
                foreach (Feature<T> feature in of)
                    Array.Copy(from, feature.Column, row, feature.Column, feature.ColumnCount + (T.Schema.Features.Length > feature.Index + 1 && T.Schema.Features[feature.Index + 1].Kind == FeatureKind.Missing ? 1 : 0));
                return Zoology.Answer(smooth, row);
            });

            void Agree(Interaction<T> interaction, Func<int, double> whole, Func<int, double> first, Func<int, double> second)
            {
                double[] all = Centered(whole), left = [.. all.Zip(Centered(first), (a, b) => a - b).Zip(Centered(second), (a, b) => a - b)];
                double rest = left.Sum(value => value * value), by = all.Sum(value => value * value);
                Assert.Equal(Math.Sqrt(rest / rows.Length), interaction.Strength, 1e-7);
                if (interaction.HSquared is { } share && by > 1e-12)
                    Assert.Equal(rest / by, share, 1e-6);
            }

            double[] Centered(Func<int, double> of)
            {
                double[] values = [.. Enumerable.Range(0, rows.Length).Select(of)];
                return [.. values.Select(value => value - values.Average())];
            }
        }
    }
}
