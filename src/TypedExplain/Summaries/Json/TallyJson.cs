using System.Text.Json;
using TypedExplain.Json;

namespace TypedExplain.Summaries.Json;

/// <summary>Writes and reads what is kept of many numbers, beside what a person or a dashboard wants of it.</summary>
internal static class TallyJson
{
    private const string Positive = "positive", Negative = "negative", Zero = "zero", Minimum = "minimum", Maximum = "maximum",
        Above = "sumAbove", Below = "sumBelow", Squares = "sumOfSquares", Buckets = "buckets";

    /// <summary>Writes the members of one.</summary>
    public static void Write(Utf8JsonWriter json, Tally tally)
    {
        json.WriteNumber(Positive, tally.Positive);
        json.WriteNumber(Negative, tally.Negative);
        json.WriteNumber(Zero, tally.Zero);
        if (tally.Count == 0)
            return;
        NumberSummary told = new(tally);
        json.WriteDouble("mean", told.Mean);
        json.WriteDouble("meanMagnitude", told.MeanMagnitude);
        if (tally.Count > 1)
        {
            json.WriteDouble("standardError", told.StandardError);
            json.WriteDouble("standardErrorOfMagnitude", told.StandardErrorOfMagnitude);
        }

        json.WriteDouble(Minimum, tally.Minimum);
        json.WriteDouble("median", told.Quantile(0.5));
        json.WriteDouble(Maximum, tally.Maximum);
        json.WriteText(Above, ExactSumText.Of(tally.Above));
        json.WriteText(Below, ExactSumText.Of(tally.Below));
        json.WriteText(Squares, ExactSumText.Of(tally.Squares));
        BucketsJson.Write(json, Buckets, tally.Buckets);
    }

    /// <summary>Reads one into a tally without numbers.</summary>
    public static Tally Read(JsonPart part, Tally tally)
    {
        long positive = part[Positive].Count(), negative = part[Negative].Count(), zero = part[Zero].Count();
        if (positive + negative + zero > Tally.Most)
            throw part[Positive].Wrong($"with the others at most {Tally.Most}");
        if (positive + negative + zero == 0)
            return tally;
        BucketsJson.Read(part[Buckets], tally.Buckets, positive, negative, zero);
        double least = part[Minimum].Finite(), largest = part[Maximum].Finite();
        if (least > largest || largest > 0 != positive > 0 || least < 0 != negative > 0 || (zero > 0 && (least > 0 || largest < 0)))
            throw part[Minimum].Wrong("with the maximum the ends of the numbers that are counted beside it");
        tally.Restore(
            (positive, negative, zero),
            (least, largest),
            (ExactSumText.Read(part[Above]), ExactSumText.Read(part[Below]), ExactSumText.Read(part[Squares])));
        return tally;
    }
}
