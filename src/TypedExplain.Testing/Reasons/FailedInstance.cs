using System.Globalization;

namespace TypedExplain.Testing;

/// <summary>An instance that could not be explained under some seed. It counts nowhere else.</summary>
/// <param name="Row">Its position, from 0.</param>
/// <param name="Key">Its key; null where the record has none.</param>
/// <param name="Record">The record in words, protected values withheld; empty where it has no words because a value is not one that its schema allows.</param>
/// <param name="Model">Which model it was: "before" or "after".</param>
/// <param name="Seed">The first seed under which it failed.</param>
/// <param name="Error">Why: what <c>Explain</c> would have thrown.</param>
public sealed record FailedInstance(int Row, string? Key, string Record, string Model, int Seed, Exception Error)
{
    /// <summary>The row, its key or what it holds, and the reason.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"row {Row}{(Key ?? Record) switch { "" => "", var name => $", {name}" }}, {Model}, seed {Seed}: {Error.Message}");
}
