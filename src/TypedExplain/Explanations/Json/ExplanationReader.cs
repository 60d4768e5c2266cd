using System.Collections.Immutable;
using TypedExplain.Generated;
using TypedExplain.Json;
using TypedExplain.Media;
using TypedExplain.Models;
using TypedExplain.Surrogates.Inference;

namespace TypedExplain.Explanations.Json;

/// <summary>Reads the members of an explanation.</summary>
internal static class ExplanationReader
{
    public static Explanation<T> Read<T>(JsonPart part)
        where T : IFeatureRecord<T>
    {
        RecordHead.Require<T>(part);
        string output = part["output"].Text();
        (OutputKind kind, AnswerScale scale) = AnswerJson.Read(part, output);
        (T instance, double[] columns) = RecordJson.Read<T>(part["instance"]);
        JsonPart[] features = FeatureJson.Read<T>(part["features"]);
        JsonPart[] media = [.. part.Optional("media")?.Items(T.Schema.Media.Length, "text or image") ?? []];
        MediaValues values = T.Schema.MediaOf(instance);
        MediaAttribution[] attributions = [.. media.Select((one, i) => MediaJson.Read(one, T.Schema.Media[i], values))];
        JsonPart[] all = [.. features, .. media.SelectMany(one => one["parts"].Items())];
        return new(instance, columns, Finite(features, "standardized"), part["constant"].Finite(), StatisticsJson.Read<T>(features), attributions)
        {
            Output = output,
            Kind = kind,
            Scale = scale,
            Prediction = part["prediction"].Finite(),
            Queries = part["queries"].Whole(),
            Convergence = QualityJson.ReadConvergence(part["convergence"]),
            Caveats = QualityJson.ReadCaveats(part["caveats"]),
            Fit = part.Optional("fit") is { } fit ? QualityJson.ReadFit(fit) : null,
            Clipped = part.Optional("clipped") is { } clipped ? QualityJson.ReadClipped(clipped) : null,
            LossNearTheMean = part.Optional("lossNearTheMean") is { } loss ? QualityJson.ReadLoss(loss) : null,
            RowLoss = part.Optional("rowLoss") is { } rowLoss ? QualityJson.ReadRowLoss<T>(rowLoss) : null,
            Agreement = part.Optional("environments") is { } environments ? Agreement<T>(environments.Whole(least: 1), features, all) : null,
            Inference = part.Optional("orderDecidedAfter") is { } cuts ? Inference(cuts, features.Length, all) : null,
            Examples = part.Optional("examples") is { } examples ? new(Examples<T>(examples["favorable"]), Examples<T>(examples["contrary"])) : null,
            Explainer = ExplainerJson.Read<T>(part),
        };
    }

    private static EnvironmentAgreement<T> Agreement<T>(int environments, JsonPart[] features, JsonPart[] all)
        where T : IFeatureRecord<T> =>
        new(environments, [.. features.Select(feature => feature["disagreement"].Double(0, double.PositiveInfinity))], [.. all.Select(one => one["signAgreement"].Double(0, double.MaxValue))]);

    private static EffectInference Inference(JsonPart cuts, int features, JsonPart[] all)
    {
        int[] decided = [.. cuts.Items().Select(cut => cut.Whole(least: 0, most: features))];
        for (int i = 1; i < decided.Length; i++)
        {
            if (decided[i] <= decided[i - 1])
                throw cuts.Wrong("a list of numbers that rise");
        }

        return EffectInference.Restored(
            [.. all.Select(one => one["standardError"].Double(0, double.PositiveInfinity))],
            [.. all.Select(one => one["lower"].Double(double.NegativeInfinity, double.MaxValue))],
            [.. all.Select(one => one["upper"].Double(one["lower"].Double(), double.PositiveInfinity))],
            [.. all.Select(one => one["undecided"].Flag())],
            decided);
    }

    private static ImmutableArray<ScoredRecord<T>> Examples<T>(JsonPart part)
        where T : IFeatureRecord<T> =>
        [.. part.Items().Select(one => new ScoredRecord<T>(RecordJson.Read<T>(one["record"]).Record, one["prediction"].Finite()))];

    private static double[] Finite(JsonPart[] features, string member) => [.. features.Select(feature => feature[member].Finite())];
}
