namespace TypedExplain.Tests.Regions;

/// <summary>A date without a time: of days, and of years that a column counts.</summary>
[FeatureRecord]
public sealed partial record Dated(DateOnly Start, [MeasuredIn(TimeUnit.Years)] DateOnly Birth, double Size);

/// <summary>A trust region of dates ends at dates, and at none that was not asked about.</summary>
public class DatedRegionTests
{
    private static readonly DateOnly s_day = new(2024, 5, 31);
    private static readonly Dataset<Dated> s_dated = new(Enumerable.Range(0, 60).Select(i => new Dated(s_day.AddDays(7 * (i % 13)), new DateOnly(1960, 2, 28).AddDays(211 * i), i % 7)));
    private static readonly Lime<Dated> s_lime = new() { Neighborhood = new GaussianNeighborhood<Dated> { Background = s_dated } };

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.37)]
    [InlineData(1)]
    public void EndsAtDaysThatWereAskedAbout(double halfWidth)
    {
        Dated instance = s_dated[30];
        List<Dated> asked = [];
        IModel<Dated> model = Model.From<Dated>(dated =>
        {
            lock (asked)
                asked.Add(dated);
            return dated.Start.DayNumber + (dated.Birth.DayNumber * 1e-3) + dated.Size;
        });
        Explanation<Dated> explanation = s_lime.Explain(model, instance);
        asked.Clear();
        TrustRegion<Dated> region = explanation.TrustRegion(model, new() { MinimumFidelity = 0, AnswerSpread = 1e9, LargestHalfWidth = halfWidth, StartHalfWidth = halfWidth });

        Assert.Equal(halfWidth, region.HalfWidth);
        Assert.Equal((asked.Min(dated => dated.Start), asked.Max(dated => dated.Start)), (Day(region.Lower.Start, TimeUnit.Days), Day(region.Upper.Start, TimeUnit.Days)));
        Assert.Equal((asked.Min(dated => dated.Birth), asked.Max(dated => dated.Birth)), (Day(region.Lower.Birth, TimeUnit.Years), Day(region.Upper.Birth, TimeUnit.Years)));
        double width = halfWidth * s_dated.Statistics.Deviation.Start;
        Assert.Equal((Math.Floor(width), Math.Floor(width)), (region.Upper.Start - explanation.Columns[0], explanation.Columns[0] - region.Lower.Start));
        Assert.Contains($"Start  {Day(region.Lower.Start, TimeUnit.Days):yyyy-MM-dd} to {Day(region.Upper.Start, TimeUnit.Days):yyyy-MM-dd}\n", region.ToString());
        Assert.Contains($"Birth  {Day(region.Lower.Birth, TimeUnit.Years):yyyy-MM-dd} to {Day(region.Upper.Birth, TimeUnit.Years):yyyy-MM-dd}\n", region.ToString());
    }

    private static DateOnly Day(double value, TimeUnit unit)
    {
        DateOnly day = Generated.Cell.ToDateOnly(value, unit);
        Assert.Equal(Generated.Cell.FromTime(day, unit), value);
        return day;
    }
}
