using System.Text.Json;
using TypedExplain.Explanations.Json;
using TypedExplain.Json;

namespace TypedExplain.Testing.Diffs;

/// <summary>Writes the members of a diff.</summary>
internal static class ModelDiffJson
{
    public static void Write<T>(Utf8JsonWriter json, ModelDiff<T> diff, bool withholds)
        where T : IFeatureRecord<T>
    {
        RecordHead.Write<T>(json);
        if (withholds)
            json.WriteBoolean("withheld", true);
        ExplainerJson.Write(json, diff.Explainer);
        Write(json, diff.Options);
        json.WriteBoolean("exact", diff.IsExact);
        json.WriteBoolean("noisy", diff.IsNoisy);
        json.WriteNumber("instances", diff.Instances.Length);
        Write(json, "prediction", diff.Prediction);
        json.WriteDouble("meanPredictionChange", diff.MeanPredictionChange);
        json.WriteDouble("largestPredictionChange", diff.LargestPredictionChange);
        Write(json, "firstReason", diff.FirstReason);
        Write(json, "topReasons", diff.TopReasons);
        Write(json, "direction", diff.Direction);
        WriteList(json, "features", diff.Features, feature => Write(json, feature));
        WriteList(json, "segments", diff.Segments, segment => Write(json, segment, withholds));
        WriteList(json, "changed", diff.Instances.Where(instance => instance.IsChanged || instance.IsPredictionChanged), instance => Write(json, instance));
        WriteList(json, "failed", diff.Failed, failure => Write(json, failure));
    }

    private static void Write<T>(Utf8JsonWriter json, ModelDiffOptions<T> options)
        where T : IFeatureRecord<T>
    {
        json.WriteStartObject("options");
        json.WriteNumber("seeds", options.Seeds);
        json.WriteNumber("firstSeed", options.FirstSeed);
        json.WriteNumber("firstSeedAfter", options.FirstSeedAfter ?? options.FirstSeed);
        json.WriteNumber("topReasons", options.TopReasons);
        json.WriteDouble("tolerance", options.Tolerance);
        json.WriteNumber("bins", options.Bins);
        json.WriteDouble("maximumNoise", options.MaximumNoise);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, Share share)
    {
        json.WriteStartObject(name);
        json.WriteNumber("count", share.Count);
        json.WriteDouble("share", share.Value);
        json.WriteDouble("lower", share.Lower);
        json.WriteDouble("upper", share.Upper);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, ReasonChange change)
    {
        json.WriteStartObject(name);
        Write(json, "changed", change.Changed);
        Write(json, "undecided", change.Undecided);
        Write(json, "betweenSeeds", change.BetweenSeeds);
        Write(json, "betweenSeedsAfter", change.BetweenSeedsAfter);
        Write(json, "betweenRuns", change.BetweenRuns);
        json.WriteDouble("pValue", change.PValue);
        json.WriteDouble("level", change.Level);
        json.WriteBoolean("byModel", change.IsByModel);
        json.WriteEndObject();
    }

    private static void Write<T>(Utf8JsonWriter json, FeatureDiff<T> feature)
        where T : IFeatureRecord<T>
    {
        FeatureJson.WriteHead(json, feature.Feature);
        json.WriteNumber("firstBefore", feature.FirstBefore);
        json.WriteNumber("firstAfter", feature.FirstAfter);
        json.WriteNumber("entered", feature.Entered);
        json.WriteNumber("left", feature.Left);
        Write(json, "reason", feature.Reason);
        Write(json, "direction", feature.Direction);
    }

    private static void Write<T>(Utf8JsonWriter json, SegmentDiff<T> segment, bool withholds)
        where T : IFeatureRecord<T>
    {
        FeatureJson.WriteHead(json, segment.Feature);
        if (withholds && segment.Feature.IsProtected)
            return;
        json.WriteText("value", segment.Value);
        json.WriteNumber("instances", segment.Instances);
        Write(json, "prediction", segment.Prediction);
        Write(json, "firstReason", segment.FirstReason);
        Write(json, "topReasons", segment.TopReasons);
        Write(json, "direction", segment.Direction);
    }

    private static void Write<T>(Utf8JsonWriter json, InstanceDiff<T> instance)
        where T : IFeatureRecord<T>
    {
        json.WriteNumber("row", instance.Row);
        if (instance.Key is { } key)
            json.WriteText("key", key);
        json.WriteDouble("predictionBefore", instance.PredictionBefore);
        json.WriteDouble("predictionAfter", instance.PredictionAfter);
        json.WriteBoolean("predictionChanged", instance.IsPredictionChanged);
        json.WriteText("firstReason", instance.FirstReason.ToString());
        json.WriteText("topReasons", instance.TopReasons.ToString());
        json.WriteText("direction", instance.Direction.ToString());
        WriteNames(json, "reasonsBefore", instance.ReasonsBefore);
        WriteNames(json, "reasonsAfter", instance.ReasonsAfter);
        WriteNames(json, "turned", instance.Turned);
    }

    private static void Write(Utf8JsonWriter json, FailedInstance failure)
    {
        json.WriteNumber("row", failure.Row);
        if (failure.Key is { } key)
            json.WriteText("key", key);
        json.WriteText("model", failure.Model);
        json.WriteNumber("seed", failure.Seed);
        json.WriteText("error", failure.Error.Message);
    }

    private static void WriteNames<T>(Utf8JsonWriter json, string name, IEnumerable<Feature<T>> features)
        where T : IFeatureRecord<T>
    {
        json.WriteStartArray(name);
        foreach (Feature<T> feature in features)
            json.WriteTextValue(feature.Name);
        json.WriteEndArray();
    }

    private static void WriteList<TItem>(Utf8JsonWriter json, string name, IEnumerable<TItem> items, Action<TItem> write)
    {
        json.WriteStartArray(name);
        foreach (TItem item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
