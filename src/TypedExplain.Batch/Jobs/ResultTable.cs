using System.Collections.Immutable;
using TypedExplain.Batch.Columns;
using TypedExplain.Batch.Questions;
using TypedExplain.Schema.Values;

namespace TypedExplain.Batch.Jobs;

/// <summary>How answers become rows of results.</summary>
internal sealed class ResultTable<T>
    where T : IFeatureRecord<T>
{
    /// <summary>The column of receipts' identifiers.</summary>
    public const string ReceiptName = "receipt";

    private static readonly ResultColumn s_receipt = new(ReceiptName, ResultColumnKind.Text, "the identifier of the receipt, which is in the file of receipts; empty where there is no answer");

    private readonly FeatureColumns<T> _features;

    public ResultTable(BatchQuestion<T> question, ProtectedValues protectedValues, bool hasReceipts = false)
    {
        _features = new(protectedValues);
        Columns = [.. Head(), .. question.Columns(_features), .. hasReceipts ? [s_receipt] : Array.Empty<ResultColumn>()];
    }

    /// <summary>All columns.</summary>
    public ImmutableArray<ResultColumn> Columns { get; }

    private static bool HasWholeKey => T.RowKey?.Form == KeyForm.Whole;

    /// <summary>The rows of some answers.</summary>
    public ResultRows Of(SourceShard shard, SourceRows<T> rows, IBatchAnswers<T> answers, Receipt<T>?[]? receipts = null)
    {
        ResultRows results = new(Columns, answers.Count);
        Write(results, shard, rows, answers, receipts);
        return results;
    }

    /// <summary>Writes the rows of some answers.</summary>
    public void Write(ResultRows results, SourceShard shard, SourceRows<T> rows, IBatchAnswers<T> answers, Receipt<T>?[]? receipts)
    {
        for (int i = 0; i < answers.Count; i++)
            Write(results, shard, rows.Numbers[i], rows.Records[i], answers, i, receipts?[i]);
    }

    /// <summary>Writes the row of an answer.</summary>
    public void Write(ResultRows results, SourceShard shard, long number, T record, IBatchAnswers<T> answers, int index, Receipt<T>? receipt = null)
    {
        (string outcome, string? reason) = answers.Told(index);
        Head(results, shard, number, record, outcome, reason);
        answers.Write(index, results, _features);
        if (receipt is not null)
            results.Add(receipt.Id);
        results.EndRow();
    }

    /// <summary>Writes the row of a record that is left out, since the process ended whenever it was asked about.</summary>
    public static void WriteLeftOut(ResultRows results, SourceShard shard, long number, T record)
    {
        Head(results, shard, number, record, "failed", $"the process ended {Attempts.MostEnds} times while this record was asked about; try it alone");
        results.EndRow();
    }

    private static void Head(ResultRows results, SourceShard shard, long number, T record, string outcome, string? reason)
    {
        results.Add(shard.Part);
        results.Add((long?)number);
        if (T.RowKey is { } key)
        {
            string? text = key.TextOf(record);
            if (HasWholeKey)
                results.Add(text is null ? null : long.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
            else
                results.Add(text);
        }

        results.Add(outcome);
        results.Add(reason);
    }

    private static IEnumerable<ResultColumn> Head()
    {
        yield return new("source", ResultColumnKind.Text, "the file or partition that the row comes from") { IsRequired = true };
        yield return new("row", ResultColumnKind.Count, "the number of the row in it, from 1, bad rows included") { IsRequired = true };
        if (T.RowKey is { } key)
            yield return new(key.Name, HasWholeKey ? ResultColumnKind.Count : ResultColumnKind.Text, "what the record is known by") { IsRequired = !key.IsNullable };
        yield return new("outcome", ResultColumnKind.Text, "what became of the record") { IsRequired = true };
        yield return new("reason", ResultColumnKind.Text, "why there is no answer that was asked for, or what it misses; empty where there is one");
    }
}
