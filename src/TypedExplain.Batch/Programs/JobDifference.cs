using System.Globalization;
using System.Text;
using TypedExplain.Batch.Jobs;
using TypedExplain.Errors;

namespace TypedExplain.Batch.Programs;

/// <summary>In what the results of two jobs differ.</summary>
internal static class JobDifference<T>
    where T : IFeatureRecord<T>
{
    /// <summary>How many rows have another result, and how the features matter before and after.</summary>
    public static string Tell(string before, string after, SummaryOptions<T>? options)
    {
        (JobPlan first, JobPlan second) = (Plan(before), Plan(after));
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"before: {first}\nafter:  {second}");
        if (first.Shards.SequenceEqual(second.Shards) && first.Columns.SequenceEqual(second.Columns))
        {
            (long rows, long other, long alone) = Rows(before, first, after, second);
            text.Append(CultureInfo.InvariantCulture, $"\n{other} of {rows} {Noun.Of(rows, "row")} {Noun.Of(other, "has", "have")} another result");
            if (alone > 0)
                text.Append(CultureInfo.InvariantCulture, $"; {alone} more {Noun.Of(alone, "row is", "rows are")} in one of the jobs only");
            if (first.Columns.Any(column => column.Name == ResultTable<T>.ReceiptName))
                text.Append("; the jobs keep receipts, which name the model, so with another model every row differs");
        }
        else
        {
            text.Append("\nthe jobs have other shards or columns, so rows are not compared; run both with the same --shard-rows");
        }

        if (Summary(before, options) is { } old && Summary(after, options) is { } now)
        {
            if ((old.Quantity, old.Output, old.Kind, old.Link) == (now.Quantity, now.Output, now.Kind, now.Link) || old.Quantity is null || now.Quantity is null)
                Append(text, old, now);
            else
                text.Append("\nthe jobs are of other quantities, outputs or scales, so their answers and importance are not compared");
        }

        return text.ToString();
    }

    private static JobPlan Plan(string folder) => new JobFolder(folder).Plan() ?? throw new BatchException($"The folder {Path.GetFileName(Path.TrimEndingDirectorySeparator(folder))} is of no job.");

    private static (long Rows, long Other, long Alone) Rows(string before, JobPlan first, string after, JobPlan second)
    {
        (long rows, long other, long alone) = (0, 0, 0);
        for (int shard = 0; shard < first.Shards.Length; shard++)
        {
            ShardFiles old = new(before, first, shard), now = new(after, second, shard);
            if (old.Finished(out _) is not { } one || now.Finished(out _) is not { } two)
                throw new BatchException($"{old.Name} is not finished in both jobs; run them to their end.", isWorthTryingAgain: true);
            alone += Math.Abs(one.Rows - two.Rows);
            foreach ((byte[] leaf, byte[] own) in RowLeaves.Read(old.Leaves).Zip(RowLeaves.Read(now.Leaves)))
            {
                rows++;
                other += leaf.AsSpan().SequenceEqual(own) ? 0 : 1;
            }
        }

        return (rows, other, alone);
    }

    private static PortfolioSummary<T>? Summary(string folder, SummaryOptions<T>? options)
    {
        JobPlan plan = Plan(folder);
        PortfolioSummary<T>? sum = null;
        for (int shard = 0; shard < plan.Shards.Length; shard++)
        {
            string path = new ShardFiles(folder, plan, shard).Summary;
            if (!File.Exists(path))
                return null;
            PortfolioSummary<T> own = PortfolioSummary<T>.FromJson(File.ReadAllBytes(path), options);
            if (sum is null)
                sum = own;
            else
                sum.Merge(own);
        }

        return sum;
    }

    private static void Append(StringBuilder text, PortfolioSummary<T> before, PortfolioSummary<T> after)
    {
        text.Append(CultureInfo.InvariantCulture, $"\nmean of the answers {before.Answers.Mean:0.######} before, {after.Answers.Mean:0.######} after");
        text.Append("\nimportance (mean absolute effect or contribution), those that changed most first:");
        foreach (Feature<T> feature in T.Schema.Features.Where(feature => !feature.IsProtected).OrderByDescending(feature => Math.Abs(after.Importance[feature] - before.Importance[feature])))
            text.Append(CultureInfo.InvariantCulture, $"\n  {feature.Name,-24} {before.Importance[feature],12:0.######} {after.Importance[feature],12:0.######}");
    }
}
