using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Summaries;

/// <summary>Laws of summaries over every schema of the zoo.</summary>
public class SummaryLaws
{
    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void Every_row_is_in_one_bin_and_one_segment_and_parts_make_the_whole(Animal animal) => animal.Obeys(new EveryRow());

    private sealed class EveryRow : ILaw
    {
        private const int Rows = 90;

        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            Twin<T> twin = new();
            Random random = new(21);
            Dataset<T> rows = new(Enumerable.Range(0, Rows).Select(_ => twin.Random(random)));
            RandomStream stream = new(3, "contributions");
            int features = T.Schema.Features.Length;
            SummaryOptions<T> options = new() { Background = rows.Select([.. Enumerable.Range(0, 60)]), Segments = [.. T.Schema.Features.Take(8)] };
            PortfolioSummary<T> once = new(options), odd = new(options), even = new(options), plain = new();
            double[][] contributions = [.. Enumerable.Range(0, Rows).Select(row => Enumerable.Range(0, features).Select(j => row % 5 == 0 ? 0 : stream.Uniform((row * features) + j) - 0.5).ToArray())];
            for (int row = 0; row < Rows; row++)
            {
                ShapValues<T> values = Made<T>.Values(rows[row], contributions[row]);
                foreach (PortfolioSummary<T> summary in (PortfolioSummary<T>[])[once, row % 2 == 0 ? even : odd, plain])
                    summary.Add(values);
            }

            odd.Merge(even);
            Assert.Equal(SummaryText.Of(once), SummaryText.Of(odd));
            foreach (PortfolioSummary<T> summary in (PortfolioSummary<T>[])[once, plain])
            {
                PortfolioSummary<T> read = PortfolioSummary<T>.FromJson(summary.ToJson(), summary.Options);
                Assert.Equal(SummaryText.Of(summary), SummaryText.Of(read));
                Assert.Equal(summary.ToJson(), read.ToJson());
            }

            foreach (Feature<T> feature in T.Schema.Features)
            {
                FeatureSummary<T> summary = once[feature];
                int missing = Enumerable.Range(0, Rows).Count(row => !feature.IsPresent(rows.Encoded[row]));
                Assert.Equal(contributions.Sum(row => row[feature.Index]), summary.Sum, 1e-12);
                Assert.Equal(Rows, summary.Buckets.Sum(bucket => bucket.Count));
                Assert.Equal(missing, summary.Buckets.Sum(bucket => bucket.Missing));
                Assert.All(summary.Buckets, bucket => Assert.True(bucket.Position is null ? bucket.Missing == bucket.Count : bucket.Position is >= 0 and <= 1));
                Assert.Equal(Rows, summary.Dependence.Sum(bin => bin.Count));
                Assert.Equal(missing, summary.Dependence.Where(bin => bin.Kind == DependenceKind.Missing).Sum(bin => bin.Count));
                Assert.All(summary.Dependence.Where(bin => bin is { Kind: DependenceKind.Range, Count: > 0 }), bin => Assert.True(bin.Above < bin.LeastValue && bin.LeastValue <= bin.LargestValue && bin.LargestValue <= bin.UpTo));
                Assert.Equal(feature.Kind is FeatureKind.Real or FeatureKind.Whole, plain[feature].Dependence.IsEmpty);
            }

            foreach (IGrouping<Feature<T>, SegmentSummary<T>> segments in once.Segments.GroupBy(segment => segment.Feature))
                Assert.Equal(Rows, segments.Sum(segment => segment.Count));
            Assert.Equal(Rows - (Rows / 5), T.Schema.Features.Sum(feature => once[feature].First));
        }
    }
}
