using System.Text.Json;
using TypedExplain.Json;

namespace TypedExplain.Summaries.Json;

/// <summary>Writes and reads a histogram: the counts of each side from its first bucket in use to its last.</summary>
internal static class BucketsJson
{
    private const string End = "end", Near = "near", Above = "above", Below = "below", First = "first", CountsOf = "counts", Missing = "missing", Positions = "positions";

    /// <summary>Writes one.</summary>
    public static void Write(Utf8JsonWriter json, string name, LogBuckets buckets)
    {
        json.WriteStartObject(name);
        json.WriteNumber(End, buckets.End);
        json.WriteCounts(Near, buckets.WithPositions ? [buckets.Near.Count, buckets.Near.Missing, buckets.Near.Positions] : [buckets.Near.Count]);
        Write(json, Above, buckets.Above, buckets.WithPositions);
        Write(json, Below, buckets.Below, buckets.WithPositions);
        json.WriteEndObject();
    }

    /// <summary>Reads one into a histogram without numbers.</summary>
    /// <param name="part">The text.</param>
    /// <param name="buckets">The histogram.</param>
    /// <param name="positive">How many numbers are above 0.</param>
    /// <param name="negative">How many are below 0.</param>
    /// <param name="zero">How many are 0.</param>
    public static void Read(JsonPart part, LogBuckets buckets, long positive, long negative, long zero)
    {
        long[] near = part[Near].Counts();
        if (near.Length != (buckets.WithPositions ? 3 : 1))
            throw part[Near].Wrong(buckets.WithPositions ? "a list of 3: numbers, numbers without a value, positions" : "a list of 1");
        int end = part[End].Whole(0, LogBuckets.MostBuckets(buckets.Bits));
        if (end % (1 << buckets.Bits) != 0)
            throw part[End].Wrong($"a multiple of {1 << buckets.Bits}");
        buckets.Restore(end, Content(near, part[Near]));
        long above = Read(part.Optional(Above), buckets, isBelow: false), below = Read(part.Optional(Below), buckets, isBelow: true);
        if (above > positive || below > negative || near[0] < zero || above + below + near[0] != positive + negative + zero)
            throw part.Wrong($"a histogram of the {positive + negative + zero} numbers that are counted beside it");
    }

    private static void Write(Utf8JsonWriter json, string name, BucketSide side, bool withPositions)
    {
        int first = side.First, end = side.End;
        while (first < end && side[first].Count == 0)
            first++;
        while (end > first && side[end - 1].Count == 0)
            end--;
        if (first == end)
            return;
        IEnumerable<BucketContent> contents = Enumerable.Range(first, end - first).Select(bucket => side[bucket]);
        json.WriteStartObject(name);
        json.WriteNumber(First, first);
        json.WriteCounts(CountsOf, contents.Select(content => content.Count));
        if (withPositions)
        {
            json.WriteCounts(Missing, contents.Select(content => content.Missing));
            json.WriteCounts(Positions, contents.Select(content => content.Positions));
        }

        json.WriteEndObject();
    }

    private static long Read(JsonPart? part, LogBuckets buckets, bool isBelow)
    {
        if (part is not { } side)
            return 0;
        int first = side[First].Whole();
        long[] counts = side[CountsOf].Counts();
        long[] missing = buckets.WithPositions ? side[Missing].Counts() : [], positions = buckets.WithPositions ? side[Positions].Counts() : [];
        if (first < buckets.Lowest || counts.Length > buckets.End - first)
            throw side.Wrong($"buckets from {buckets.Lowest} to {buckets.End}");
        if (buckets.WithPositions && (missing.Length != counts.Length || positions.Length != counts.Length))
            throw side.Wrong("as many missing and positions as counts");
        long all = 0;
        for (int i = 0; i < counts.Length; i++)
        {
            BucketContent content = Content(buckets.WithPositions ? [counts[i], missing[i], positions[i]] : [counts[i]], side);
            if (content.Count > 0)
                buckets.Restore(first + i, isBelow, content);
            all = Math.Min(Tally.Most + 1, all + counts[i]);
        }

        return all;
    }

    private static BucketContent Content(ReadOnlySpan<long> counts, JsonPart part)
    {
        if (counts.Length == 1)
            return new(counts[0], 0, 0);
        BucketContent content = new(counts[0], counts[1], counts[2]);
        return content.Missing <= content.Count && content.Positions <= (Int128)ValuePosition.Largest * (content.Count - content.Missing)
            ? content
            : throw part.Wrong($"counts whose positions are 0 to {ValuePosition.Largest} for each number with a value");
    }
}
