using System.Text.Json;
using TypedExplain.Json;

namespace TypedExplain.Summaries.Json;

/// <summary>Writes and reads a feature's numbers by its value, and the sums of segments.</summary>
internal static class SummaryBinsJson
{
    private const string Values = "values", Label = "label", Features = "features", Count = "count", Above = "sumAbove", Below = "sumBelow";

    /// <summary>Writes the bins of a feature.</summary>
    public static void Write<T>(Utf8JsonWriter json, DependenceTally<T> tally)
        where T : IFeatureRecord<T>
    {
        for (int bin = 0; bin < tally.Bins.Count; bin++)
        {
            json.WriteStartObject();
            json.WriteText(Label, tally.Bins.Label(bin));
            TallyJson.Write(json, tally[bin] ?? Tally.Coarse());
            if (tally.ValuesOf(bin) is (double least, double largest) && least <= largest)
                json.WriteDoubles(Values, [least, largest]);
            json.WriteEndObject();
        }
    }

    /// <summary>Reads them into bins without numbers.</summary>
    /// <param name="part">The text.</param>
    /// <param name="tally">The bins.</param>
    /// <param name="count">How many numbers there are in all.</param>
    public static void Read<T>(JsonPart part, DependenceTally<T> tally, long count)
        where T : IFeatureRecord<T>
    {
        JsonPart[] bins = part.Items(tally.Bins.Count, "bin");
        long all = 0;
        for (int bin = 0; bin < bins.Length; bin++)
        {
            Tally read = TallyJson.Read(bins[bin], Tally.Coarse());
            all = Math.Min(Tally.Most + 1, all + read.Count);
            if (read.Count == 0)
                continue;
            (double least, double largest) = tally.Bins.KindOf(bin) == DependenceKind.Range ? ReadEnds(bins[bin][Values], tally.Bins.Ends(bin)) : (double.PositiveInfinity, double.NegativeInfinity);
            tally.Restore(bin, read, least, largest);
        }

        if (all != count)
            throw part.Wrong($"bins with {count} numbers in all, as many as the feature has");
    }

    private static (double Least, double Largest) ReadEnds(JsonPart part, (double Above, double UpTo) bin)
    {
        double[] ends = part.Doubles(2, "end");
        return bin.Above < ends[0] && ends[0] <= ends[1] && ends[1] <= bin.UpTo && double.IsFinite(ends[0]) && double.IsFinite(ends[1])
            ? (ends[0], ends[1])
            : throw part.Wrong("the least and the largest value in the bin");
    }

    /// <summary>Writes the segments by a feature.</summary>
    /// <param name="json">The text.</param>
    /// <param name="tallies">The segments.</param>
    /// <param name="withholds">Whether protected features are left out.</param>
    public static void Write<T>(Utf8JsonWriter json, SegmentTallies<T> tallies, bool withholds)
        where T : IFeatureRecord<T>
    {
        for (int bin = 0; bin < tallies.Bins.Count; bin++)
        {
            SegmentTally<T> tally = tallies[bin] ?? new();
            json.WriteStartObject();
            json.WriteText(Label, tallies.Bins.Label(bin));
            json.WriteNumber(Count, tally.Count);
            json.WriteStartArray(Features);
            foreach (Feature<T> feature in T.Schema.Features)
            {
                if (tally.Count == 0 || (withholds && feature.IsProtected))
                    continue;
                json.WriteStartObject();
                json.WriteText("name", feature.Name);
                json.WriteText(Above, ExactSumText.Of(tally.Above[feature.Index]));
                json.WriteText(Below, ExactSumText.Of(tally.Below[feature.Index]));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }
    }

    /// <summary>Reads them into segments without explanations.</summary>
    /// <param name="part">The text.</param>
    /// <param name="tallies">The segments.</param>
    /// <param name="count">How many explanations there are in all.</param>
    public static void Read<T>(JsonPart part, SegmentTallies<T> tallies, long count)
        where T : IFeatureRecord<T>
    {
        JsonPart[] bins = part.Items(tallies.Bins.Count, "segment");
        long all = 0;
        for (int bin = 0; bin < bins.Length; bin++)
        {
            long own = bins[bin][Count].Count();
            all = Math.Min(Tally.Most + 1, all + own);
            if (own == 0)
                continue;
            JsonPart[] features = bins[bin][Features].Items(T.Schema.Features.Length, $"feature of {T.Schema.Name}");
            tallies.Restore(bin, own, [.. features.Select(feature => ExactSumText.Read(feature[Above]))], [.. features.Select(feature => ExactSumText.Read(feature[Below]))]);
        }

        if (all != count)
            throw part.Wrong($"segments with {count} explanations in all");
    }
}
