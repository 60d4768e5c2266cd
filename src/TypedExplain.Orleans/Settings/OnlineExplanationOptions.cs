using System.Globalization;

namespace TypedExplain.Orleans;

/// <summary>How much is explained at a time on each silo, and what is told.</summary>
public sealed record OnlineExplanationOptions
{
    /// <summary>How many records are explained at a time on a silo; at least 1. All processors by default.</summary>
    [OptionRange(AtLeast = 1)]
    public int Concurrency { get; init; } = Environment.ProcessorCount;

    /// <summary>How many wait for their turn on a silo; at least 0. 256 by default. What comes beyond that is refused at once.</summary>
    [OptionRange(AtLeast = 0)]
    public int Queue { get; init; } = 256;

    /// <summary>Whether results tell of protected features; not by default.</summary>
    public ProtectedValues ProtectedValues { get; init; } = ProtectedValues.Withheld;

    internal void Check(string name)
    {
        if (Concurrency < 1)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Concurrency of the explanations {name} is {Concurrency}; it must be at least 1."));
        if (Queue < 0)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Queue of the explanations {name} is {Queue}; it must be at least 0."));
        if (ProtectedValues is not (ProtectedValues.Kept or ProtectedValues.Withheld))
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"ProtectedValues of the explanations {name} is {(int)ProtectedValues}; it must be Kept or Withheld."));
    }
}
