using System.Collections.Immutable;

namespace TypedExplain.Training;

/// <summary>What a search over configurations found.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="Shapes">The shapes that were tried, without a regularizer.</param>
/// <param name="Weights">The weights that were tried with the best shape; empty where no regularizer was given.</param>
/// <param name="Best">The configuration that won.</param>
/// <param name="Trainer">The trainer with that configuration.</param>
public sealed record SearchResult<T>(ImmutableArray<SearchTrial> Shapes, ImmutableArray<SearchTrial> Weights, SearchTrial Best, ExpoTrainer<T> Trainer)
    where T : IFeatureRecord<T>;
