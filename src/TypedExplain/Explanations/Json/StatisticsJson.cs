using System.Text.Json;
using TypedExplain.Data;
using TypedExplain.Json;
using TypedExplain.Schema;

namespace TypedExplain.Explanations.Json;

/// <summary>The statistics that an explanation's answers for other records depend on, feature by feature.</summary>
internal static class StatisticsJson
{
    private const string Mean = "mean", Deviation = "deviation", Frequencies = "frequencies", Cuts = "cuts", Shares = "shares", Name = "statistics";

    /// <summary>Writes those of a feature.</summary>
    public static void Write<T>(Utf8JsonWriter json, Feature<T> feature, FeatureStatistics<T> statistics)
        where T : IFeatureRecord<T>
    {
        json.WriteStartObject(Name);
        json.WriteDouble(Mean, statistics.Mean[feature]);
        json.WriteDouble(Deviation, statistics.Deviation[feature]);
        if (!feature.IsNumeric)
            json.WriteDoubles(Frequencies, statistics.Frequencies(feature));
        if (statistics.Bins?[feature] is { } bins)
        {
            json.WriteDoubles(Cuts, bins.Cuts);
            json.WriteDoubles(Shares, bins.Frequencies);
        }

        json.WriteEndObject();
    }

    /// <summary>Reads those of all features.</summary>
    public static FeatureStatistics<T> Read<T>(JsonPart[] features)
        where T : IFeatureRecord<T>
    {
        double[] mean = new double[features.Length], deviation = new double[features.Length], frequencies = new double[T.Schema.Slots];
        NumberBins?[] bins = new NumberBins?[features.Length];
        foreach (Feature<T> feature in T.Schema.Features)
        {
            JsonPart own = features[feature.Index][Name];
            Axis axis = T.Schema.Axes[feature.Index];
            mean[feature.Index] = own[Mean].Finite();
            deviation[feature.Index] = own[Deviation].Double(0, double.MaxValue);
            if (!feature.IsNumeric)
                own[Frequencies].Doubles(axis.Slots, "category").CopyTo(frequencies, axis.Slot);
            if (own.Optional(Cuts) is { } cuts)
                bins[feature.Index] = feature.IsNumeric ? Bins(cuts, own[Shares]) : throw cuts.Wrong("left out, because the feature is not a number");
        }

        return FeatureStatistics<T>.Restored(mean, deviation, frequencies, Array.Exists(bins, own => own is not null) ? bins : null);
    }

    private static NumberBins Bins(JsonPart cuts, JsonPart shares)
    {
        double[] ends = cuts.Doubles();
        for (int i = 1; i < ends.Length; i++)
        {
            if (!(ends[i] > ends[i - 1]))
                throw cuts.Wrong("a list of numbers that rise");
        }

        return NumberBins.Restored(ends, shares.Doubles(ends.Length + 1, "bin"));
    }
}
