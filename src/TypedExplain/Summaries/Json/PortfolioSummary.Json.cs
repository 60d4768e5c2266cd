using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;
using TypedExplain.Explanations.Json;
using TypedExplain.Json;
using TypedExplain.Summaries;
using TypedExplain.Summaries.Json;

namespace TypedExplain;

[JsonConverter(typeof(ResultConverter))]
public sealed partial class PortfolioSummary<T> : IJsonResult
{
    private const string Document = "portfolio-summary";

    /// <summary>
    /// The summary in canonical JSON (RFC 8785), with all that a merge needs: so shards may be summarized by several processes and
    /// merged by another. The same summary gives the same text, to the byte. Its form is that of docs/schemas/portfolio-summary.v1.json.
    /// </summary>
    /// <param name="protectedValues">What becomes of protected features. By default their numbers are there, because the summary could not be read back without them.</param>
    /// <exception cref="InvalidJsonException">A text in it holds half of a surrogate pair, which no JSON does.</exception>
    public string ToJson(ProtectedValues protectedValues = ProtectedValues.Kept)
    {
        bool withholds = RecordHead.Withholds<T>(protectedValues);
        return ResultDocument.Write(Document, json => Write(json, withholds));
    }

    /// <summary>The summary that a text tells, to which more can be added and which can be merged.</summary>
    /// <param name="json">What <see cref="ToJson"/> gave; white space and the order of members do not matter.</param>
    /// <param name="options">Those that it was begun with; null for the defaults.</param>
    /// <exception cref="InvalidJsonException">It is no summary of the record, of a version that is not known, begun with other options, damaged, or its protected values are withheld.</exception>
    /// <exception cref="InvalidOptionException">An option is outside what it may be.</exception>
    public static PortfolioSummary<T> FromJson(string json, SummaryOptions<T>? options = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return FromJson(JsonText.Utf8(json, "The JSON"), options);
    }

    /// <summary>The same of a text in UTF-8.</summary>
    /// <param name="json">What <see cref="ToJson"/> gave.</param>
    /// <param name="options">Those that it was begun with; null for the defaults.</param>
    /// <exception cref="InvalidJsonException">It is no summary of the record, of a version that is not known, begun with other options, damaged, or its protected values are withheld.</exception>
    /// <exception cref="InvalidOptionException">An option is outside what it may be.</exception>
    public static PortfolioSummary<T> FromJson(ReadOnlySpan<byte> json, SummaryOptions<T>? options = null)
    {
        PortfolioSummary<T> summary = new(options);
        return ResultDocument.Read(json, Document, summary.Read);
    }

    /// <summary>The same of a stream of text in UTF-8, which is read to its end.</summary>
    /// <param name="json">What <see cref="ToJson"/> gave.</param>
    /// <param name="options">Those that it was begun with; null for the defaults.</param>
    /// <exception cref="InvalidJsonException">It is no summary of the record, of a version that is not known, begun with other options, damaged, or its protected values are withheld.</exception>
    /// <exception cref="InvalidOptionException">An option is outside what it may be.</exception>
    public static PortfolioSummary<T> FromJson(Stream json, SummaryOptions<T>? options = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return FromJson(JsonText.Utf8(json, "The JSON"), options);
    }

    private void Write(Utf8JsonWriter json, bool withholds)
    {
        RecordHead.Write<T>(json);
        SummaryJson.Write(json, Options);
        if (_identity is { } identity)
            SummaryJson.Write(json, identity);
        foreach ((string name, long count) in (ReadOnlySpan<(string, long)>)[("certified", Certified), ("bestEffort", BestEffort), ("refused", Refused), ("failed", Failed), ("notReached", NotReached), ("tested", _tested)])
            json.WriteNumber(name, count);
        json.WriteStartObject("caveats");
        foreach (CaveatCount caveat in Caveats)
            json.WriteNumber(caveat.Caveat.ToString(), caveat.Count);
        json.WriteEndObject();
        json.WriteStartObject("answers");
        TallyJson.Write(json, _answers);
        json.WriteEndObject();
        json.WriteStartArray("features");
        foreach (Feature<T> feature in T.Schema.Features)
            Write(json, feature, withholds && feature.IsProtected);
        json.WriteEndArray();
        json.WriteStartArray("segments");
        for (int i = 0; i < _segments.Length; i++)
        {
            json.WriteStartArray();
            if (!(withholds && Options.Segments[i].IsProtected))
                SummaryBinsJson.Write(json, _segments[i], withholds);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        if (withholds)
            json.WriteBoolean("withheld", true);
    }

    private void Write(Utf8JsonWriter json, Feature<T> feature, bool withholds)
    {
        json.WriteStartObject();
        FeatureJson.WriteHead(json, feature);
        if (!withholds)
        {
            FeatureTally<T> tally = _features[feature.Index];
            TallyJson.Write(json, tally.Numbers);
            json.WriteNumber("first", tally.First);
            json.WriteNumber("undecided", tally.Undecided);
            if (tally.Dependence is { } dependence)
            {
                json.WriteStartArray("dependence");
                SummaryBinsJson.Write(json, dependence);
                json.WriteEndArray();
            }
        }

        json.WriteEndObject();
    }

    private PortfolioSummary<T> Read(JsonPart part)
    {
        RecordHead.Require<T>(part);
        SummaryJson.RequireOptions(part, Options);
        _identity = SummaryJson.ReadIdentity(part);
        (Certified, BestEffort, Refused) = (part["certified"].Count(), part["bestEffort"].Count(), part["refused"].Count());
        (Failed, NotReached, _tested) = (part["failed"].Count(), part["notReached"].Count(), part["tested"].Count());
        TallyJson.Read(part["answers"], _answers);
        if (_identity is null != (Explained == 0))
            throw part.Wrong("a summary that says what its explanations have in common, if it has any");
        for (int bit = 0; bit < _caveats.Length; bit++)
            _caveats[bit] = part["caveats"].Optional(((Caveats)(1 << bit)).ToString())?.Count() ?? 0;
        JsonPart[] features = FeatureJson.Read<T>(part["features"]);
        for (int i = 0; i < features.Length; i++)
            Read(features[i], _features[i]);
        JsonPart[] segments = SummaryJson.ReadSegments(part, _segments.Length);
        for (int i = 0; i < segments.Length; i++)
            SummaryBinsJson.Read(segments[i], _segments[i], Explained);
        if (Certified + (Int128)BestEffort > Explained || _tested > Explained || Array.Exists(_caveats, count => count > Explained) || _features.Aggregate(BigInteger.Zero, (sum, feature) => sum + feature.First) > Explained)
            throw part.Wrong($"a summary that counts no more than the {Explained} explanations in it");
        return this;
    }

    private void Read(JsonPart part, FeatureTally<T> tally)
    {
        if (TallyJson.Read(part, tally.Numbers).Count != Explained)
            throw part.Wrong($"the numbers of {Explained} explanations");
        (tally.First, tally.Undecided) = (part["first"].Count(), part["undecided"].Count());
        if (tally.Undecided > _tested)
            throw part["undecided"].Wrong($"at most {_tested}, how many explanations say so");
        if (tally.Dependence is { } dependence)
            SummaryBinsJson.Read(part["dependence"], dependence, Explained);
    }
}
