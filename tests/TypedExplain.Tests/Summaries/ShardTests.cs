using TypedExplain.Numerics;
using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;
using Xunit.Abstractions;

namespace TypedExplain.Tests.Summaries;

/// <summary>A million explanations take little memory, and shards merge into what one pass gives, to the bit.</summary>
public class ShardTests(ITestOutputHelper output)
{
    private const int Shards = 16;

    private static readonly Dataset<LoanApplication> s_loans = Loans.Load();

    private static SummaryOptions<LoanApplication> Options => new()
    {
        Background = s_loans,
        Segments = [Feature("Housing"), Feature("AnnualIncome")],
    };

    [Fact]
    public void A_million_explanations_in_16_parts_equal_one_pass()
    {
        SummaryOptions<LoanApplication> options = Options;
        long allocated = -GC.GetAllocatedBytesForCurrentThread();
        PortfolioSummary<LoanApplication> once = new(options);
        allocated += GC.GetAllocatedBytesForCurrentThread();
        PortfolioSummary<LoanApplication>[] shards = [.. Enumerable.Range(0, Shards).Select(_ => new PortfolioSummary<LoanApplication>(Options))];
        RandomStream stream = new(5, "million");
        for (int i = 0; i < 1_000_000; i++)
        {
            ShapValues<LoanApplication> values = Values(stream, i);
            allocated -= GC.GetAllocatedBytesForCurrentThread();
            once.Add(values);
            allocated += GC.GetAllocatedBytesForCurrentThread();
            shards[stream.Choose((10L * i) + 9, Shards)].Add(values);
        }

        PortfolioSummary<LoanApplication> merged = new(Options);
        foreach (PortfolioSummary<LoanApplication> shard in shards.Reverse())
            merged.Merge(shard);

        // What it holds is at most all that it ever asked for.
        output.WriteLine($"{allocated} bytes");
        Assert.InRange(allocated, 1, 2_000_000);
        Assert.Equal(1_000_000, merged.Explained);
        Assert.Equal(SummaryText.Of(once), SummaryText.Of(merged));
    }

    [Fact]
    public void Nothing_is_allocated_once_the_range_is_known()
    {
        PortfolioSummary<LoanApplication> summary = new(Options);
        RandomStream stream = new(6, "steady");
        ShapValues<LoanApplication>[] some = [.. Enumerable.Range(0, 500).Select(i => Values(stream, i))];
        for (int repeat = 0; repeat < 2; repeat++)
            Array.ForEach(some, summary.Add);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int repeat = 0; repeat < 40; repeat++)
        {
            foreach (ShapValues<LoanApplication> values in some)
                summary.Add(values);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4096);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Effects_in_any_order_and_grouping_are_the_same(int seed)
    {
        IModel<LoanApplication> model = Model.From<LoanApplication>(Loans.Score);
        Lime<LoanApplication> lime = new() { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = s_loans, Samples = 60 } };
        Explanation<LoanApplication>[] all = [.. s_loans.Rows.Take(12).Select(loan => lime.Explain(model, loan))];
        PortfolioSummary<LoanApplication> once = new(Options);
        Array.ForEach(all, once.Add);

        int[] order = new Shuffle(new RandomStream(seed, "order")).Permutation(all.Length);
        PortfolioSummary<LoanApplication> merged = new(Options);
        foreach (int[] part in order.Chunk(seed))
        {
            PortfolioSummary<LoanApplication> shard = new(Options);
            foreach (int at in part)
                shard.Add(all[at]);
            shard.Merge(merged);
            merged = shard;
        }

        Assert.Equal((SummaryQuantity.StandardizedEffects, 12L), (once.Quantity, once[Feature("Age")].Tested));
        Assert.Equal(SummaryText.Of(once), SummaryText.Of(merged));
        Assert.Equal(all.Average(one => one.Standardized[Feature("Age")]), once[Feature("Age")].Mean, 1e-14);
        Assert.Equal(all.Average(one => one.LinkedPrediction), once.Answers.Mean, 1e-14);
        Assert.Equal(all.Count(one => one.Undecided!.Contains(Feature("Age"))), once[Feature("Age")].Undecided);
    }

    private static ShapValues<LoanApplication> Values(RandomStream stream, int i)
    {
        double[] contributions = new double[4];
        for (int j = 0; j < contributions.Length; j++)
            contributions[j] = (stream.Uniform((10L * i) + j) - 0.4) * Math.ScaleB(1, -stream.Choose((10L * i) + 4 + j, 24));
        if (i % 3 == 0)
            contributions[3] = 0;
        return Made<LoanApplication>.Values(s_loans[i % s_loans.Count], contributions, part => part.Caveats = (Caveats)(i % 4 * 8));
    }

    private static Feature<LoanApplication> Feature(string name) => FeatureSchema.Of<LoanApplication>().Features.Single(feature => feature.Name == name);
}
