using System.Text.Json;
using TypedExplain.Json;
using TypedExplain.Models;

namespace TypedExplain.Explanations.Json;

/// <summary>What the explained output is, and the scale on which it is explained.</summary>
internal static class AnswerJson
{
    private const string Probability = "probability", LogOdds = "logOdds", Score = "score", Votes = "votes", Amount = "amount";

    /// <summary>Writes kind and link.</summary>
    public static void Write(Utf8JsonWriter json, OutputKind kind, LinkFunction link)
    {
        json.WriteStartObject("kind");
        json.WriteText("name", kind.Unit is not null ? Amount : kind.Voters > 0 ? Votes : kind.IsProbability ? Probability : kind == OutputKind.LogOdds ? LogOdds : Score);
        if (kind.Unit is { } unit)
            json.WriteText("unit", unit);
        if (kind.Voters > 0)
            json.WriteNumber("voters", kind.Voters);
        json.WriteEndObject();
        json.WriteText("link", link.ToString());
    }

    /// <summary>Reads kind and link.</summary>
    public static (OutputKind Kind, AnswerScale Scale) Read(JsonPart part, string output)
    {
        JsonPart name = part["kind"]["name"];
        OutputKind kind = name.Text() switch
        {
            Probability => OutputKind.Probability,
            LogOdds => OutputKind.LogOdds,
            Score => OutputKind.Score,
            Votes => OutputKind.Votes(part["kind"]["voters"].Whole(least: 1)),
            Amount => string.IsNullOrWhiteSpace(part["kind"]["unit"].Text()) ? throw part["kind"]["unit"].Wrong("a unit") : OutputKind.Amount(part["kind"]["unit"].Text()),
            _ => throw name.Wrong($"one of {Probability}, {LogOdds}, {Score}, {Votes}, {Amount}"),
        };
        LinkFunction link = part["link"].Word<LinkFunction>();
        try
        {
            return (kind, AnswerScale.Of(link, kind, output, "the stored explanation"));
        }
        catch (InvalidOptionException error)
        {
            throw part["link"].Wrong($"{LinkFunction.Identity}, because the output is {kind}", error);
        }
    }
}
