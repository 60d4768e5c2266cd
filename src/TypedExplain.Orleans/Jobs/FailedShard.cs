using System.Globalization;
using TypedExplain.Errors;

namespace TypedExplain.Orleans;

/// <summary>A shard that was given up.</summary>
/// <param name="Shard">Position of the shard, from 0.</param>
/// <param name="Name">The name of its files, without an ending.</param>
/// <param name="Tries">How often it was begun.</param>
/// <param name="Message">Why it was given up.</param>
[GenerateSerializer]
[global::Orleans.Immutable]
[Alias("TypedExplain.FailedShard")]
public sealed record FailedShard([property: Id(0)] int Shard, [property: Id(1)] string Name, [property: Id(2)] int Tries, [property: Id(3)] string Message)
{
    /// <summary>The shard and why it was given up.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} failed, begun {Tries} {Noun.Of(Tries, "time")}: {Message}");
}
