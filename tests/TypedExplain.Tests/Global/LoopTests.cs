namespace TypedExplain.Tests.Global;

/// <summary>Once round a circle.</summary>
public partial class LoopTests
{
    /// <summary>What the steps of a circle add up to is taken off each in proportion to its rows, so that a step of few rows is hardly moved.</summary>
    [Fact]
    public void The_drift_is_taken_off_in_proportion_to_rows()
    {
        (double Hour, int Rows)[] hours = [(1, 12), (6, 3), (11, 7), (19, 20)];
        Dataset<Shift> data = new(hours.SelectMany(hour => Enumerable.Range(0, hour.Rows).Select(row => new Shift(hour.Hour, (hour.Hour / 10) + (0.1 * row)))));
        AccumulatedEffects<Shift> effects = new AccumulatedLocalEffects<Shift> { Background = data, Intervals = 40 }.Of(Model.From<Shift>(shift => Math.Cos(shift.Hour * Math.PI / 12) * shift.Load), FeatureSchema.Of<Shift>().Features[0]);
        double total = effects.Steps.Sum(step => step.Support);

        Assert.True(Math.Abs(effects.LoopDrift) > 0.1, $"{effects.LoopDrift}");
        Assert.True(effects.Steps.Select(step => step.Support).Distinct().Count() > 2);
        for (int i = 0; i + 1 < effects.Points.Length; i++)
            Assert.Equal(effects.Steps[i].Effect - (effects.LoopDrift * effects.Steps[i].Support / total), effects.Points[i + 1].Mean - effects.Points[i].Mean, 1e-12);
    }

    /// <summary>An hour of the day and what there is to do.</summary>
    [FeatureRecord]
    public sealed partial record Shift([Numeric(0, 24), Cyclic] double Hour, [Numeric(0, 100)] double Load);
}
