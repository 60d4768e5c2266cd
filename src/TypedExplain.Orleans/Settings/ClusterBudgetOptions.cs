using System.Globalization;
using TypedExplain.Orleans.Settings;

namespace TypedExplain.Orleans;

/// <summary>What may be asked of a model by the whole cluster. The same on every silo.</summary>
public sealed record ClusterBudgetOptions
{
    /// <summary>
    /// The name of the grain storage that keeps what is used up. It must outlive a silo: with a memory, a killed silo would take the count
    /// with it, and the ceiling would be passed.
    /// </summary>
    public required string StorageName { get; init; }

    /// <summary>The most requests, repetitions included; at least 0.</summary>
    [OptionRange(AtLeast = 0)]
    public long MaxCalls { get; init; } = long.MaxValue;

    /// <summary>The most rows in all requests, repetitions included; at least 0.</summary>
    [OptionRange(AtLeast = 0)]
    public long MaxRows { get; init; } = long.MaxValue;

    /// <summary>The most rows per second, above 0; a request waits until those before it have had their time.</summary>
    [OptionRange(Above = 0)]
    public double RowsPerSecond { get; init; } = double.PositiveInfinity;

    internal void Check(string name)
    {
        if (StorageName is null)
            throw new InvalidOptionException($"StorageName of the budget {name} is null; it must name a grain storage of the silo that outlives it.");
        GrainNames.CheckStorage(StorageName, $"the budget {name}");
        if (MaxCalls < 0 || MaxRows < 0 || !(RowsPerSecond > 0))
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"The budget {name} has MaxCalls {MaxCalls}, MaxRows {MaxRows} and RowsPerSecond {RowsPerSecond}; the first two must be at least 0 and the last above 0."));
    }
}
