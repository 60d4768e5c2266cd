using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Global;

/// <summary>Accumulated local effects over every schema of the zoo: of a linear model they are its slope times the shift.</summary>
public class AccumulationLaws
{
    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void OfALinearModelTheyAreItsSlopeTimesTheShift(Animal animal) => animal.Obeys(new Slopes());

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void StepsAreThoseOfBruteForce(Animal animal) => animal.Obeys(new Steps());

    private sealed class Slopes : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            Dataset<T> background = Zoology.Background<T>();
            double[] weights = [.. Enumerable.Range(0, T.Schema.Columns).Select(column => 0.25 * ((column % 5) - 2.5))];
            IModel<T> linear = Analytic.Linear<T>(weights, 3);
            AccumulatedLocalEffects<T> method = new() { Background = background, Intervals = 7 };
            foreach (Feature<T> feature in Zoology.Features<T>().Where(feature => feature.Kind != FeatureKind.Missing))
            {
                if (Record.Exception(() => method.Plan(linear, feature)) is InvalidDatasetException)
                    continue;
                AccumulatedEffects<T> effects = method.Of(Zoology.Legal(linear), feature);
                Assert.Equal(method.Plan(linear, feature).Queries, effects.Queries);
                double[] sums = [.. effects.Points.Select(point => Sum(feature, point.At, weights))];
                double size = Zoology.Rows(background).Max(row => Math.Abs(Zoology.Answer(linear, row))) + sums.Max(Math.Abs);
                for (int i = 1; i < sums.Length; i++)
                    Assert.Equal(sums[i] - sums[0], effects.Points[i].Mean - effects.Points[0].Mean, 1e-9 * size);
                Assert.Equal(0, effects.LoopDrift, 1e-9 * size);
                Assert.All(effects.Steps, step => Assert.True(step.Support > 0));
                Assert.NotEmpty(effects.ToString());
            }
        }

        private static double Sum<T>(Feature<T> feature, GridPoint point, double[] weights)
            where T : IFeatureRecord<T>
        {
            double[] row = Zoology.With(new double[weights.Length], feature, point)!;
            return row.Zip(weights, (value, weight) => value * weight).Skip(feature.Column).Take(feature.ColumnCount).Sum();
        }
    }

    private sealed class Steps : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            Dataset<T> background = Zoology.Background<T>();
            double[][] rows = Zoology.Rows(background);
            IModel<T> smooth = Analytic.Smooth<T>();
            AccumulatedLocalEffects<T> method = new() { Background = background, Intervals = 5 };
            foreach (Feature<T> feature in Zoology.Features<T>().Where(feature => feature.Kind != FeatureKind.Missing))
            {
                if (Record.Exception(() => method.Plan(smooth, feature)) is InvalidDatasetException)
                    continue;
                AccumulatedEffects<T> effects = method.Of(smooth, feature);
                double[][] present = [.. rows.Where(row => feature.IsPresent(row))];
                for (int at = 0; at < effects.Steps.Length; at++)
                {
                    LocalStep step = effects.Steps[at];
                    double[] changes = [.. present.Where(row => IsIn(row, feature, step, at == 0, at == effects.Steps.Length - 1 && effects.IsCyclic)).Select(row => Zoology.Answer(smooth, Zoology.With(row, feature, step.To)!) - Zoology.Answer(smooth, Zoology.With(row, feature, step.From)!))];
                    Assert.Equal(changes.Length, step.Support);
                    Assert.Equal(changes.Average(), step.Effect, 1e-12);
                }

                double total = 0;
                for (int i = 0; i < effects.Points.Length && !effects.IsCyclic; i++)
                {
                    Assert.Equal(total, effects.Points[i].Mean - effects.Points[0].Mean, 1e-9);
                    total += i < effects.Steps.Length ? effects.Steps[i].Effect : 0;
                }
            }
        }

        private static bool IsIn<T>(double[] row, Feature<T> feature, LocalStep step, bool isFirst, bool isLast)
            where T : IFeatureRecord<T>
        {
            double from = step.From.Value, to = step.To.Value;
            if (!feature.IsNumeric || (feature.Kind == FeatureKind.Ordinal && feature.Scale != FeatureScale.Cyclic))
            {
                double own = feature.Kind == FeatureKind.Category ? feature.CategoryIn(row) : row[feature.Column];
                return own == from || own == to;
            }

            double value = row[feature.Column];
            if (feature.Scale == FeatureScale.Cyclic)
                return isLast ? value > from || value <= to : value > from && value <= to;
            return (value > from && value <= to) || (isFirst && value == from);
        }
    }
}
