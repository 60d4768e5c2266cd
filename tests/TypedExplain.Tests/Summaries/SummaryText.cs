using System.Globalization;
using System.Text;

namespace TypedExplain.Tests.Summaries;

/// <summary>Everything that can be read of a summary, with the bits of its numbers.</summary>
internal static class SummaryText
{
    public static string Of<T>(PortfolioSummary<T> summary)
        where T : IFeatureRecord<T>
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{summary.Quantity} {summary.Output} {summary.Kind} {summary.Link} {Bits(summary.BaseValue ?? 0)} {summary.Explainer}\n");
        text.Append(CultureInfo.InvariantCulture, $"{summary.Explained} {summary.Certified} {summary.BestEffort} {summary.Refused} {summary.Failed} {summary.NotReached} {string.Join(' ', summary.Caveats)}\n");
        text.Append(Of(summary.Answers)).Append('\n');
        foreach (Feature<T> feature in T.Schema.Features)
        {
            FeatureSummary<T> one = summary[feature];
            text.Append(CultureInfo.InvariantCulture, $"{feature.Name} {one.First} {one.Undecided} {one.Tested} {Of(one)}\n");
            foreach (DependenceBin bin in one.Dependence)
                text.Append(CultureInfo.InvariantCulture, $"  {bin.Kind} {bin.Label} {bin.Category} {Bits(bin.Above)} {Bits(bin.UpTo)} {Bits(bin.LeastValue)} {Bits(bin.LargestValue)} {Of(bin)}\n");
        }

        foreach (SegmentSummary<T> segment in summary.Segments)
            text.Append(CultureInfo.InvariantCulture, $"{segment.Feature} {segment.Kind} {segment.Label} {segment.Count} {Bits(segment.Mean.AsSpan().ToArray())} {Bits(segment.MeanMagnitude.AsSpan().ToArray())}\n");
        text.AppendJoin(' ', summary.Ranked().Select(one => one.Feature.Name)).Append('\n');
        return text.Append(summary).ToString();
    }

    public static string Of(NumberSummary summary)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{summary.Count} {summary.Positive} {summary.Negative} {summary.Zero} ");
        text.Append(Bits(
            summary.Minimum, summary.Maximum, summary.Sum, summary.SumOfMagnitudes, summary.Mean, summary.MeanMagnitude, summary.StandardError, summary.StandardErrorOfMagnitude,
            summary.StandardDeviation, summary.RelativeError, summary.AbsoluteError, summary.Quantile(0.1), summary.Quantile(0.5), summary.Quantile(0.9)));
        foreach (SummaryBucket bucket in summary.Buckets)
            text.Append(CultureInfo.InvariantCulture, $" [{Bits(bucket.From, bucket.To, bucket.Position ?? -1)} {bucket.Count} {bucket.Missing}]");
        return text.ToString();
    }

    private static string Bits(params ReadOnlySpan<double> numbers)
    {
        StringBuilder text = new();
        foreach (double number in numbers)
            text.Append(text.Length == 0 ? "" : " ").Append(BitConverter.DoubleToUInt64Bits(number).ToString("x", CultureInfo.InvariantCulture));
        return text.ToString();
    }
}
