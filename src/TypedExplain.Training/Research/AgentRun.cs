using System.Collections.Immutable;

namespace TypedExplain.Training.Research;

/// <summary>What came of one task of the agent.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="Steps">How many steps it took; the cap where it did not get there.</param>
/// <param name="IsDone">Whether it got there.</param>
/// <param name="Target">Where the prediction was to get.</param>
/// <param name="Path">The records that it went through, the start first.</param>
/// <param name="Predictions">The model's answer for each of them.</param>
public sealed record AgentRun<T>(int Steps, bool IsDone, double Target, ImmutableArray<T> Path, ImmutableArray<double> Predictions)
    where T : IFeatureRecord<T>;
