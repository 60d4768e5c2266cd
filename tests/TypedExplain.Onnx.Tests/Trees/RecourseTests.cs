using TypedExplain.Decisions;

namespace TypedExplain.Onnx.Tests.Trees;

/// <summary>The trees of a file are read for recourse: what they find and rule out is what the runtime answers.</summary>
public class RecourseTests
{
    private static readonly Dataset<Saver> s_savers = Make();

    [Fact]
    public void AnEnsembleInAFileIsReadAndTheRuntimeAgrees()
    {
        byte[] file = new RandomForest<Saver> { Trees = 20, MinLeafRows = 5, Seed = 1, MaxThreads = 1 }.Train(s_savers).ToOnnx();
        Forest<Saver> forest = OnnxForest.Load(file, s_savers);
        using OnnxModel<Saver> runtime = OnnxModel<Saver>.Load(file);
        Recourse<Saver> recourse = new() { Wanted = answer => answer >= 0.6, TestsRobustness = false };
        int found = 0, none = 0;
        foreach (Saver saver in s_savers.Rows.Where(saver => forest.Predict(saver) < 0.6).Take(40))
        {
            RecourseOutcome<Saver> read = recourse.Find(forest, saver), asked = recourse.Find(runtime, saver);
            switch (read)
            {
                case Found<Saver> action:
                    found++;
                    Assert.Equal(Assert.IsType<Found<Saver>>(asked).Action.Cost, action.Action.Cost, 1e-9);
                    Assert.True(runtime.Predict(action.Action.After) >= 0.6);
                    break;
                case NoRecourse<Saver> certificate:
                    none++;
                    Assert.Equal(Assert.IsType<NoRecourse<Saver>>(asked).Best!.Answer, certificate.Best!.Answer, 1e-5);
                    break;
                case BudgetExhausted<Saver>:
                    Assert.Fail("not decided");
                    break;
            }
        }

        Assert.True(found > 5 && none > 5, $"{found} found, {none} certified");
    }

    private static Dataset<Saver> Make()
    {
        RandomStream stream = new(3, "savers");
        Saver[] savers = [.. Enumerable.Range(0, 300).Select(i => new Saver(1_000 * stream.Choose(5 * i, 60), stream.Choose((5 * i) + 1, 20), stream.Choose((5 * i) + 2, 2) == 0, (float)stream.Choose((5 * i) + 3, 40) / 2))];
        return new Dataset<Saver>(savers).WithTarget(savers.Select((saver, i) => (saver.Income / 60_000) + (saver.Years / 40.0) - (saver.HasDefaulted ? 0.5 : 0) + (0.2 * stream.Uniform((5 * i) + 4)) > 0.6 ? 1.0 : 0));
    }
}

/// <summary>More reachable rows than are asked about without need, and few enough to ask about all.</summary>
[FeatureRecord]
public sealed partial record Saver([Numeric(0, 60_000), Step(1_000, AtMost = 20)] double Income, [Numeric(0, 20), OnlyIncreases, Step(1, AtMost = 4)] int Years, [Immutable] bool HasDefaulted, [Numeric(0, 20), Step(0.5, AtMost = 3)] float Rate);
