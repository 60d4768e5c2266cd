namespace TypedExplain.Batch.Tests.Scale;

/// <summary>The formula of docs/scale.md is what a simulation of the same fleet comes to.</summary>
public class FleetTests
{
    [Theory]
    [InlineData(1e8, 20_000, 8, double.PositiveInfinity)]
    [InlineData(1e8, 20_000, 32, 3_600)]
    [InlineData(1e7, 700, 16, 7_200)]
    [InlineData(1e8, 5_000, 100, 900)]
    public void TimeIsThatOfTheSimulation(double rows, double rowsPerSecond, int workers, double secondsBetweenDeaths)
    {
        Fleet fleet = new(rows, rowsPerSecond, workers, 100_000) { SecondsBetweenDeaths = secondsBetweenDeaths };
        double mean = Enumerable.Range(0, 5).Average(seed => new FleetSimulation(fleet, seed).Run(step: 1).Seconds);

        // The last worker of several is later than the mean one; more so with more of them.
        Assert.InRange(mean, 0.97 * fleet.Seconds, double.IsInfinity(secondsBetweenDeaths) ? 1.02 * fleet.Seconds : 1.5 * fleet.Seconds);
        Assert.Equal("the cores", fleet.Bottleneck);
    }

    [Fact]
    public void ADiskOrABudgetThatAllShareHoldsThemUp()
    {
        Fleet cores = new(1e8, 20_000, 64, 100_000);
        Fleet disk = cores with { BytesPerRow = 1_000, BytesPerSecond = 2e8 };
        Assert.Equal(("the disk", 500), (disk.Bottleneck, disk.Seconds));
        Assert.InRange(new FleetSimulation(disk, 0).Run(step: 0.1).Seconds, 495, 520);
        Fleet model = cores with { QueriesPerRow = 500, QueriesPerSecond = 5e7 };
        Assert.Equal(("the model's budget", 1_000), (model.Bottleneck, model.Seconds));
        Assert.InRange(new FleetSimulation(model, 0).Run(step: 0.1).Seconds, 990, 1_030);
    }
}
