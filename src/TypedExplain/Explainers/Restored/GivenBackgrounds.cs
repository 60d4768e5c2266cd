using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Json;

namespace TypedExplain.Explainers.Restored;

/// <summary>The backgrounds that an explainer is made again with: each is told by its digest.</summary>
/// <param name="given">The backgrounds.</param>
/// <param name="takesOthers">Whether another background takes the place of one that is not there; what is other about it is noted then.</param>
internal sealed class GivenBackgrounds<T>(ImmutableArray<WeightedRows<T>> given, bool takesOthers = false)
    where T : IFeatureRecord<T>
{
    private readonly List<string> _others = [];

    /// <summary>What is other about the backgrounds that took a place.</summary>
    public IEnumerable<string> Others => _others.Distinct();

    /// <summary>The background that a part of a description tells of.</summary>
    /// <exception cref="InvalidOptionException">It is not among those that were given.</exception>
    public WeightedRows<T> Of(JsonPart part)
    {
        int rows = part["rows"].Whole();
        if (given.IsEmpty)
            throw new InvalidOptionException($"The explainer had a background of {rows} {Noun.Of(rows, "row")} of {T.Schema.Name}, which JSON does not have; give it to {(takesOthers ? "Replay" : "Restore")}.");
        string? digest = part.Optional("sha256")?.Text();
        WeightedRows<T>? same = given.FirstOrDefault(own => digest is null ? own.Count == rows : own.Sha256 == digest || own.Rows.Sha256 == digest);
        if (same is not null)
            return same;
        string? inAnyOrder = part.Optional("sha256InAnyOrder")?.Text();
        WeightedRows<T> other = given.FirstOrDefault(own => own.Rows.Sha256InAnyOrder == inAnyOrder) ?? given.FirstOrDefault(own => own.Count == rows) ?? given[0];
        string difference = Difference(other, rows, inAnyOrder);
        if (!takesOthers)
            throw new InvalidOptionException($"The explainer had a background of {rows} {Noun.Of(rows, "row")} of {T.Schema.Name}, and the one that was given {difference}; give the same one.");
        _others.Add(string.Create(CultureInfo.InvariantCulture, $"the background is another one: it {difference}{(digest is null ? "" : $" (its SHA-256 is {other.Sha256}, and that of the receipt {digest})")}"));
        return other;
    }

    private static string Difference(WeightedRows<T> other, int rows, string? inAnyOrder) =>
        other.Count != rows ? string.Create(CultureInfo.InvariantCulture, $"has {other.Count}")
        : other.Rows.Sha256InAnyOrder == inAnyOrder ? "has the same rows in another order, with other weights or with another target"
        : "has as many rows with other values";
}
