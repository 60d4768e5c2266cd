using System.Collections.Immutable;
using TypedExplain.Explanations.Json;
using TypedExplain.Json;

namespace TypedExplain.Decisions.Reasons.Reports.Json;

/// <summary>Reads the members of a report.</summary>
internal static class ReportReader
{
    public static ReasonReport<T> Read<T>(JsonPart part)
        where T : IFeatureRecord<T>
    {
        RecordHead.Require<T>(part);
        return new()
        {
            People = part["people"].Whole(1),
            Adverse = Share(part["adverse"]),
            Stated = Share(part["stated"]),
            Denied = Share(part["denied"]),
            Refusals = [.. part["refusals"].Items().Select(refusal => new RefusalShare(refusal["cause"].Word<RefusalCause>(), Share(refusal["people"]), refusal["example"].Text()))],
            Codes = Codes<T>(part["codes"]),
            Segments = Segments<T>(part["segments"]),
            Seeds = part.Optional("seeds") is { } seeds ? Stability(seeds) : null,
            Resamples = part.Optional("resamples") is { } resamples ? Stability(resamples) : null,
            Steps = [.. part["steps"].Items().Select(step => new StepStability<T>(Feature<T>(step["feature"]), step["step"].Finite(), Stability(step["stability"])))],
            Agreement = [.. part["agreement"].Items().Select(agreement => new MethodAgreement(agreement["k"].Whole(1), Share(agreement["sameReasons"]), agreement["meanOverlap"].Double(0, 1)))],
            SecondMethod = part.Optional("secondMethod")?.Text(),
            Deletion = new(Share(part["deletion"]["moved"]), Share(part["deletion"]["flipped"]), part["deletion"]["meanMove"].Finite()),
            Drift = [.. part["drift"].Items().Select(drift => new ReasonDrift<T>(Reason<T>(drift["code"]), Share(drift["before"]), Share(drift["now"])))],
        };
    }

    private static ImmutableArray<ReasonShare<T>> Codes<T>(JsonPart part)
        where T : IFeatureRecord<T> => [.. part.Items().Select(code => new ReasonShare<T>(Reason<T>(code["code"]), Share(code["stated"]), Share(code["first"])))];

    /// <summary>The segments; those by the same division share it, as when they were made.</summary>
    private static ImmutableArray<ReasonSegment<T>> Segments<T>(JsonPart part)
        where T : IFeatureRecord<T>
    {
        Dictionary<(string? Feature, string? By), ReasonSegmentation<T>> known = [];
        return [.. part.Items().Select(segment => new ReasonSegment<T>(Of(segment), segment["value"].Text(), Share(segment["stated"]), Codes<T>(segment["codes"])))];

        ReasonSegmentation<T> Of(JsonPart segment)
        {
            JsonPart? feature = segment.Optional("feature");
            (string? Feature, string? By) key = (feature?.Text(), feature is null ? segment["by"].Text() : null);
            if (!known.TryGetValue(key, out ReasonSegmentation<T>? segmentation))
                known[key] = segmentation = feature is { } own ? ReasonSegments.By(Feature<T>(own)) : new(key.By!, null, null);
            return segmentation;
        }
    }

    private static ReasonStability Stability(JsonPart part) => new(Share(part["sameReasons"]), Share(part["sameFirst"]), Share(part["refused"]));

    private static Proportion Share(JsonPart part)
    {
        int of = part["of"].Whole();
        return new(part["count"].Whole(0, of), of);
    }

    private static Feature<T> Feature<T>(JsonPart name)
        where T : IFeatureRecord<T> =>
        T.Schema.Features.FirstOrDefault(feature => feature.Name == name.Text()) ?? throw name.Wrong($"the name of a feature of {T.Schema.Name}");

    private static Reason<T> Reason<T>(JsonPart code)
        where T : IFeatureRecord<T> =>
        T.Schema.Reasons.FirstOrDefault(reason => reason.CodeText == code.Text()) ?? throw code.Wrong($"the code of a reason of {T.Schema.Name}");
}
