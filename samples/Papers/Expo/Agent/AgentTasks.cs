using System.Collections.Concurrent;
using System.Globalization;
using TypedExplain.Training;
using TypedExplain.Training.Research;

namespace Papers.Expo;

/// <summary>Tasks of the agent on one network of the housing data, with one λ.</summary>
/// <param name="Regularizer">The network's regularizer.</param>
/// <param name="Seed">The seed of the network and of the tasks.</param>
/// <param name="Scale">λ, how much the agent trusts explanations.</param>
/// <param name="Tasks">How many tasks.</param>
public sealed record AgentTasks(string Regularizer, int Seed, double Scale, int Tasks)
{
    public const int MaxSteps = 150;

    // The λs of a network share it.
    private static readonly ConcurrentDictionary<(string, int), Lazy<(Mlp<House> Model, Division<House> Division)>> s_networks = new();

    /// <summary>What a cell holds.</summary>
    public static IReadOnlyList<string> Numbers { get; } = ["tasks", "sum of steps", "sum of squared steps", "tasks that reached the cap"];

    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Regularizer}, seed {Seed}, scale {Scale}, {Tasks} tasks");

    /// <summary>Does the tasks: from a random training row, raise the prediction by 1.</summary>
    public double[] Run(CancellationToken cancellation)
    {
        (Mlp<House> model, Division<House> division) = s_networks.GetOrAdd(
            (Regularizer, Seed),
            _ => new(() => new RegressionNetwork<House>("housing", "MEDV", new(Regularizer, Seed), CancellationToken.None).Trained)).Value;
        GaussianNeighborhood<House> around = new() { Background = division.Train, Center = NeighborhoodCenter.Background, Design = SamplingDesign.Independent };
        RandomStream starts = new(Seed, "starts");
        double[] numbers = new double[4];
        for (int task = 0; task < Tasks; task++)
        {
            UserStudyAgent<House> agent = new()
            {
                Explainer = new Lime<House> { Neighborhood = around, Seed = task },
                Statistics = division.Train.Statistics,
                Scale = Scale,
                MaxSteps = MaxSteps,
                Seed = (1000 * Seed) + task,
            };
            AgentRun<House> run = agent.Run(model, division.Train[starts.Choose(task, division.Train.Count)], cancellation);
            numbers[0]++;
            numbers[1] += run.Steps;
            numbers[2] += (double)run.Steps * run.Steps;
            numbers[3] += run.IsDone ? 0 : 1;
        }

        return numbers;
    }
}
