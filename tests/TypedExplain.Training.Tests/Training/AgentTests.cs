using TypedExplain.Training.Research;

namespace TypedExplain.Training.Tests.Training;

public class AgentTests
{
    private static readonly Dataset<Dot> s_data = Dots.Some(100);

    private static readonly IModel<Dot> s_model = Model.From<Dot>(dot => (0.5 * dot.U) - (0.02 * dot.V));

    private static UserStudyAgent<Dot> Agent => new()
    {
        Explainer = new Lime<Dot> { Neighborhood = new GaussianNeighborhood<Dot> { Background = s_data, Samples = 100, Radius = 0.3 }, Ridge = 0 },
        Statistics = s_data.Statistics,
        Scale = 20,
        Tolerance = 0.3,
        MaxSteps = 12,
    };

    [Fact]
    public void OneThatTrustsAGoodExplanationGetsThere()
    {
        foreach (Dot start in s_data.Rows.Take(10))
        {
            AgentRun<Dot> run = Agent.Run(s_model, start);
            Assert.True(run.IsDone);
            Assert.Equal(2, run.Steps);
            Assert.Equal(run.Steps + 1, run.Path.Length);
            Assert.Equal(s_model.Predict(start) + 1, run.Target, 1e-12);
            Assert.Equal(run.Path.Select(dot => s_model.Predict(dot)), run.Predictions.AsEnumerable());
        }
    }

    [Fact]
    public void OneThatWalksAtRandomTakesLonger()
    {
        UserStudyAgent<Dot> random = Agent with { Scale = 0 };
        Assert.True(s_data.Rows.Take(20).Average(dot => random.Run(s_model, dot).Steps) > 3);
        AgentRun<Dot> never = (random with { Change = 1000, MaxSteps = 5 }).Run(s_model, s_data[0]);
        Assert.Equal((5, false), (never.Steps, never.IsDone));
        Assert.Equal(random.Run(s_model, s_data[1]).Path.AsEnumerable(), random.Run(s_model, s_data[1]).Path);
        Assert.Equal(0, (random with { Change = 0.1 }).Run(s_model, s_data[0]).Steps);
    }

    [Fact]
    public void Options()
    {
        Refused(Agent with { Scale = -1 }, "Scale of the agent is -1; it must be 0 or more.");
        Refused(Agent with { Tolerance = 0 }, "Tolerance of the agent is 0; it must be above 0.");
        Refused(Agent with { MaxSteps = 0 }, "MaxSteps of the agent is 0; it must be at least 1.");
        Refused(Agent with { Change = double.NaN }, "Change of the agent is NaN; it must be a finite number.");

        static void Refused(UserStudyAgent<Dot> agent, string message) =>
            Assert.Equal(message, Assert.Throws<InvalidOptionException>(() => agent.Run(s_model, s_data[0])).Message);
    }
}
