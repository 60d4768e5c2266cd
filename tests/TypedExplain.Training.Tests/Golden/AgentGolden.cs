using System.Text.Json;
using TypedExplain.Tests.Golden;
using TypedExplain.Training.Research;

namespace TypedExplain.Training.Tests.Golden;

/// <summary>The choices of the user study's agent.</summary>
[Trait("Category", "Golden")]
public class AgentGolden
{
    private const string Fixture = "agent";

    public static IEnumerable<object[]> Cases => GoldenFiles.Cases(Fixture, "cases");

    [GoldenTheory(Fixture)]
    [MemberData(nameof(Cases))]
    public void Choices(string file, int index)
    {
        (JsonElement root, JsonElement entry) = GoldenFiles.Load(Fixture, file, "cases", index);
        double[] coefficients = entry.Vector("coefficients"), scores = new double[coefficients.Length], probabilities = new double[coefficients.Length];
        double prediction = entry.Number("prediction"), target = entry.Number("target");
        JsonElement expected = entry.GetProperty("expected");
        AgentChoice.Scores(entry.Number("scale"), prediction, target, coefficients, scores);
        AgentChoice.Probabilities(scores, probabilities);
        root.Tolerance().Check(expected.Vector("scores"), scores, "scores");
        root.Tolerance().Check(expected.Vector("probabilities"), probabilities, "probabilities");
        Assert.Equal(expected.Integers("step_direction_if_chosen"), coefficients.Select(coefficient => AgentChoice.Direction(prediction, target, coefficient)));
        Assert.Equal(expected.GetProperty("done_at_tolerance_0_1").GetBoolean(), AgentChoice.IsDone(prediction, target, 0.1));
    }
}
