namespace TypedExplain.Tests.Global;

/// <summary>Where the loss of an answer turns.</summary>
public partial class AnswerLossTests
{
    /// <summary>Log odds speak for the event from 0 on, where a probability does from a half on.</summary>
    [Theory]
    [InlineData(0.55, 1, 0)]
    [InlineData(0.45, 1, 1)]
    [InlineData(0.45, 0, 0)]
    [InlineData(0.55, 0, 1)]
    public void The_border_of_zero_one_is_that_of_the_scale(double probability, double target, double loss)
    {
        Dataset<Chance> data = new Dataset<Chance>([new(probability), new(probability)]).WithTarget([target, target]);
        PermutationImportance<Chance> importance = new() { Loss = LossFunction.ZeroOne };

        Assert.Equal(loss, importance.Measure(Model.From<Chance>(chance => Math.Log(chance.Of / (1 - chance.Of))).As(OutputKind.LogOdds), data).Baseline);
        Assert.Equal(loss, importance.Measure(Model.From<Chance>(chance => chance.Of).As(OutputKind.Probability), data).Baseline);
    }

    /// <summary>A record that is its own answer.</summary>
    [FeatureRecord]
    public sealed partial record Chance([Numeric(0, 1)] double Of);
}
