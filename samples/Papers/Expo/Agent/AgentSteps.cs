using System.Globalization;

namespace Papers.Expo;

/// <summary>What came of many tasks of the agent.</summary>
/// <param name="Tasks">How many tasks.</param>
/// <param name="Mean">Mean steps.</param>
/// <param name="Error">Its standard error.</param>
/// <param name="Capped">The share that reached the cap.</param>
public sealed record AgentSteps(double Tasks, double Mean, double Error, double Capped)
{
    /// <summary>Adds cells up.</summary>
    public static AgentSteps Of(IReadOnlyList<double[]> cells)
    {
        double tasks = cells.Sum(cell => cell[0]), mean = cells.Sum(cell => cell[1]) / tasks, squares = cells.Sum(cell => cell[2]) / tasks;
        return new(tasks, mean, Math.Sqrt(Math.Max(0, squares - (mean * mean)) / tasks), cells.Sum(cell => cell[3]) / tasks);
    }

    /// <summary>The share that reached the cap, in words.</summary>
    public string CappedText => Tasks == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{100 * Capped:0.0} %");

    /// <inheritdoc/>
    public override string ToString() => Tasks == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{Mean:0.00} ± {Error:0.00}");
}
