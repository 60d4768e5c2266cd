using System.Collections.Immutable;
using TypedExplain.Explanations.Json;
using TypedExplain.Json;

namespace TypedExplain.Decisions.Reasons.Json;

/// <summary>Reads the members of a statement.</summary>
internal static class StatementReader
{
    public static ReasonStatement<T> Read<T>(JsonPart part)
        where T : IFeatureRecord<T>
    {
        RecordHead.Require<T>(part);
        int queries = part["queries"].Whole();
        JsonPart statement = part["statement"];
        return statement.Text() switch
        {
            StatementJson.Stated => ReadStated<T>(part, queries),
            StatementJson.Refused => new ReasonsRefused<T>(part["cause"].Word<RefusalCause>(), part["explanation"].Text(), Features<T>(part["features"]), queries),
            StatementJson.Denied => new AutomaticDenial<T>(Some(part["reasons"], ReadReason<T>)),
            _ => throw statement.Wrong($"{StatementJson.Stated}, {StatementJson.Refused} or {StatementJson.Denied}"),
        };
    }

    private static Stated<T> ReadStated<T>(JsonPart part, int queries)
        where T : IFeatureRecord<T> => new(Some(part["reasons"], ReadStatedReason<T>), queries)
        {
            Output = part["output"].Text(),
            Score = part["score"].Finite(),
            Cutoff = part["cutoff"].Finite(),
            Favorable = part["favorable"].Word<FavorableOutcome>(),
            Link = part["link"].Word<LinkFunction>(),
            BaseValue = part["baseValue"].Finite(),
            Confidence = part["confidence"].Double(0, 1),
            Reference = ReadReference(part["reference"]),
            Caveats = QualityJson.ReadCaveats(part["caveats"]),
            Warnings = [.. part["warnings"].Items().Select(warning => warning.Text())],
            Explainer = ExplainerJson.Read<T>(part),
        };

    /// <summary>Reasons, of which every statement that has any has at least one.</summary>
    private static ImmutableArray<TReason> Some<TReason>(JsonPart part, Func<JsonPart, TReason> read)
    {
        ImmutableArray<TReason> reasons = [.. part.Items().Select(read)];
        return reasons.IsEmpty ? throw part.Wrong("a list of at least one reason") : reasons;
    }

    private static ReferenceIdentity ReadReference(JsonPart part) =>
        new(part["method"].Word<ReferenceMethod>(), part.Optional("cutoff")?.Finite(), part.Optional("band")?.Double(0, double.MaxValue), part["count"].Whole(1), Digest(part["sha256"]));

    private static string Digest(JsonPart part) => Files.ContentDigest.IsDigest(part.Text()) ? part.Text() : throw part.Wrong("the 64 hexadecimal digits of a SHA-256");

    private static StatedReason<T> ReadStatedReason<T>(JsonPart part)
        where T : IFeatureRecord<T>
    {
        (double Lower, double Upper)? interval = part.Optional("interval")?.Doubles(2, "end") is [var lower, var upper] ? (lower, upper) : null;
        if (interval is { } ends && !(ends.Lower <= ends.Upper))
            throw part["interval"].Wrong("the lower end and then the upper one");
        return new(ReadReason<T>(part), part["contribution"].Finite(), interval, Features<T>(part["features"]), part.Optional("tied")?.Flag() ?? false);
    }

    private static Reason<T> ReadReason<T>(JsonPart part)
        where T : IFeatureRecord<T>
    {
        string code = part["code"].Text();
        return T.Schema.Reasons.FirstOrDefault(reason => reason.CodeText == code) ?? throw part["code"].Wrong($"the code of a reason of {T.Schema.Name}");
    }

    private static ImmutableArray<Feature<T>> Features<T>(JsonPart part)
        where T : IFeatureRecord<T> => [.. part.Items().Select(name => T.Schema.Features.FirstOrDefault(feature => feature.Name == name.Text()) ?? throw name.Wrong($"the name of a feature of {T.Schema.Name}"))];
}
