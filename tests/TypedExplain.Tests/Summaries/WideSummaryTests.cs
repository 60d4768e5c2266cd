using Xunit.Abstractions;

namespace TypedExplain.Tests.Summaries;

/// <summary>Two thousand features and a category with ten thousand names fit, however many rows there are.</summary>
[Collection(nameof(MemoryTests))]
public class WideSummaryTests(ITestOutputHelper output)
{
    private static readonly Feature<Places> s_place = Places.Schema.Features[0];

    [Fact]
    public void Two_thousand_features_take_less_than_200_megabytes()
    {
        RandomStream stream = new(8, "wide");
        Dataset<Numbers2000> background = new(Enumerable.Range(0, 300).Select(i => new Numbers2000(i)));
        SummaryOptions<Numbers2000> options = new() { Background = background, Segments = [Numbers2000.Schema.Features[7]] };
        long before = GC.GetTotalMemory(forceFullCollection: true);
        PortfolioSummary<Numbers2000> summary = new(options);
        double[] contributions = new double[Numbers2000.Features];
        for (int row = 0; row < 400; row++)
        {
            for (int j = 0; j < contributions.Length; j++)
            {
                // Twelve octaves on both sides of 0: as wide a histogram as contributions have.
                double number = stream.Uniform((row * Numbers2000.Features) + j) - 0.5;
                contributions[j] = Math.ScaleB(number, -((row + j) % 12));
            }

            summary.Add(Made<Numbers2000>.Values(new(row * 0.75), [.. contributions]));
        }

        long kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        output.WriteLine($"{kept} bytes");
        Assert.InRange(kept, 1_000_000, 200_000_000);
        Assert.Equal((400L, 32), (summary.Explained, summary[Numbers2000.Schema.Features[1]].Dependence.Length));
        Assert.Contains("and 1970 more features", summary.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ten_thousand_names_the_frequent_ones_are_shown()
    {
        // Places 9,900 and above are in the background, the later the more often.
        Dataset<Places> background = new(Enumerable.Range(0, 100).SelectMany(i => Enumerable.Repeat(new Places(9900 + i), i + 1)));
        PortfolioSummary<Places> summary = new(new() { Background = background, Segments = [s_place] });
        for (int category = 0; category < Places.Names; category++)
            summary.Add(Made<Places>.Values(new(category), [category]));

        FeatureSummary<Places> place = summary[s_place];
        Assert.Equal(65, place.Dependence.Length);
        Assert.Equal(["place 9936", "place 9999", "9936 others"], new[] { 0, 63, 64 }.Select(bin => place.Dependence[bin].Label));
        Assert.Equal((DependenceKind.Others, 9936L, 9935.0 / 2), (place.Dependence[64].Kind, place.Dependence[64].Count, place.Dependence[64].Mean));
        Assert.Equal((9950L, 1L), ((long)place.Dependence[14].Category!, place.Dependence[14].Count));
        Assert.Equal(17, summary.Segments.Length);
        Assert.Equal((9984L, "9984 others"), (summary.Segments[16].Count, summary.Segments[16].Label));
        Assert.InRange(place.Buckets.Length, 250, 1281);
    }

    [Fact]
    public void Without_a_background_the_first_names_are_shown()
    {
        FeatureSummary<Places> place = new PortfolioSummary<Places>()[s_place];
        Assert.Equal(["place 0", "place 63", "9936 others"], new[] { 0, 63, 64 }.Select(bin => place.Dependence[bin].Label));
    }
}
