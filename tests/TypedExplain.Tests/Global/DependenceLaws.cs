using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Global;

/// <summary>Partial dependence and single curves against brute force, over every schema of the zoo.</summary>
public class DependenceLaws
{
    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void MeansAndErrorsAreThoseOfBruteForce(Animal animal) => animal.Obeys(new BruteForce(GridSpacing.Quantile, centered: false));

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void OfEvenPointsAndCenteredToo(Animal animal) => animal.Obeys(new BruteForce(GridSpacing.Even, centered: true));

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void PairsAreThoseOfBruteForce(Animal animal) => animal.Obeys(new Pairs());

    private sealed class BruteForce(GridSpacing spacing, bool centered) : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            Dataset<T> background = Zoology.Background<T>();
            double[][] rows = Zoology.Rows(background);
            IModel<T> smooth = Analytic.Smooth<T>();
            PartialDependence<T> method = new() { Background = background, Points = 6, Spacing = spacing, Curves = 1000, Centered = centered };
            foreach (Feature<T> feature in Zoology.Features<T>())
            {
                List<int> batches = [];
                if (Record.Exception(() => method.Plan(smooth, feature)) is InvalidDatasetException)
                    continue;
                PartialDependenceCurve<T> curve = method.Of(Counted.Of(Zoology.Legal(smooth), batches), feature);
                GlobalPlan plan = method.Plan(smooth, feature);
                Assert.Equal((plan.Queries, plan.Batches, curve.Queries), (batches.Sum(), batches.Count, plan.Queries));
                double[]? first = null;
                for (int at = 0; at < curve.Points.Length; at++)
                {
                    CurvePoint point = curve.Points[at];
                    double[] answers = [.. rows.Select(row => Zoology.With(row, feature, point.At)).OfType<double[]>().Select(row => Zoology.Answer(smooth, row))];
                    first ??= answers;
                    double[] shown = centered ? [.. answers.Zip(first, (answer, start) => answer - start)] : answers;
                    Assert.Equal(curve.Rows, answers.Length);
                    Assert.Equal(shown.Average(), point.Mean);
                    double mean = shown.Average(), error = Math.Sqrt(shown.Sum(answer => (answer - mean) * (answer - mean)) / (shown.Length - 1.0) / shown.Length);
                    Assert.Equal(error, point.StandardError, 1e-9);
                    Assert.Equal(shown, curve.Curves.Select(single => single.Answers[at]));
                    Assert.Equal(curve.Curves.Average(single => single.Answers[at]), point.Mean);
                }

                Assert.True(curve.Points.Sum(point => point.At.Support) <= background.Count);
                Assert.NotEmpty(curve.ToString());
            }
        }
    }

    private sealed class Pairs : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            Dataset<T> background = Zoology.Background<T>(12);
            double[][] rows = Zoology.Rows(background);
            IModel<T> smooth = Analytic.Smooth<T>();
            PartialDependence<T> method = new() { Background = background, Points = 3 };
            Feature<T>[] features = [.. T.Schema.Features.Where(feature => feature.Kind != FeatureKind.Missing).Take(2)];
            if (features.Length < 2 || Record.Exception(() => method.Plan(smooth, features[0], features[1])) is InvalidDatasetException)
                return;
            PartialDependenceSurface<T> surface = method.Of(Zoology.Legal(smooth), features[0], features[1]);
            Assert.Equal(method.Plan(smooth, features[0], features[1]).Queries, surface.Queries);
            for (int i = 0; i < surface.FirstPoints.Length; i++)
            {
                for (int j = 0; j < surface.SecondPoints.Length; j++)
                {
                    double[] answers = [.. rows.Where(row => Zoology.With(row, features[1], surface.SecondPoints[j]) is not null)
                        .Select(row => Zoology.With(row, features[0], surface.FirstPoints[i])).OfType<double[]>()
                        .Select(row => Zoology.Answer(smooth, Zoology.With(row, features[1], surface.SecondPoints[j])!))];
                    Assert.Equal(answers.Average(), surface[i, j]);
                }
            }

            Assert.NotEmpty(surface.ToString());
        }
    }
}
