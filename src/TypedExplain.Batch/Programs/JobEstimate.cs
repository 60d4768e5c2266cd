using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using TypedExplain.Batch.Jobs;
using TypedExplain.Batch.Questions;
using TypedExplain.Errors;

namespace TypedExplain.Batch.Programs;

/// <summary>What a job will take, by the first rows of it.</summary>
internal sealed class JobEstimate<T>(ExplanationProgram<T> program, IRowSource<T> source, ImmutableArray<SourceShard> shards)
    where T : IFeatureRecord<T>
{
    /// <summary>Rows, shards and time in words.</summary>
    /// <param name="rows">How many records are asked about for it.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public async Task<string> TellAsync(int rows, CancellationToken cancellation)
    {
        long? all = shards.Any(shard => shard.Rows is null) ? null : shards.Sum(shard => shard.Rows!.Value);
        string told = string.Create(CultureInfo.InvariantCulture, $"{source.Name}: {(all is { } known ? $"{known:#,##0}" : "an unknown number of")} rows of {T.Schema.Name} in {shards.Length} {Noun.Of(shards.Length, "shard")}\n{program.Question.Name} by {Method()}");
        if (shards.IsEmpty)
            return told;
        await foreach (SourceRows<T> first in source.ReadAsync(shards[0], rows, cancellation).ConfigureAwait(false))
        {
            if (first.Records.Count == 0)
                continue;

            // Once before, so that what is made only once is not counted.
            _ = program.Question.Ask(program.Model, [first.Records[0]], new(), cancellation);
            long start = Stopwatch.GetTimestamp();
            IBatchAnswers<T> answers = program.Question.Ask(program.Model, first.Records, new(), cancellation);
            TimeSpan each = Stopwatch.GetElapsedTime(start) / first.Records.Count;
            cancellation.ThrowIfCancellationRequested();
            double queries = Queries(answers, first);
            int refused = Enumerable.Range(0, answers.Count).Count(answers.IsRefused);
            return told + string.Create(
                CultureInfo.InvariantCulture,
                $"\n{first.Records.Count} {Noun.Of(first.Records.Count, "row")} asked about: {each.TotalMilliseconds:0.###} ms each on {Environment.ProcessorCount} {Noun.Of(Environment.ProcessorCount, "processor")}, {queries:0.#} rows asked of the model for each, {refused} refused{(all is { } count ? string.Create(CultureInfo.InvariantCulture, $"; all of them: {Duration.Of(count * each)}, {count * queries:#,##0} rows asked of the model") : "")}");
        }

        return told;
    }

    /// <summary>How many rows the model is asked about for a record, in the mean.</summary>
    private double Queries(IBatchAnswers<T> answers, SourceRows<T> rows)
    {
        ResultTable<T> table = new(program.Question, ProtectedValues.Withheld);
        int column = table.Columns.IndexOf(table.Columns.First(column => column.Name == "queries"));
        long sum = 0;
        foreach (long? queries in table.Of(shards[0], rows, answers).Counts(column))
            sum += queries ?? 0;
        return (double)sum / rows.Records.Count;
    }

    private string Method() => program.Question.By.Type.Replace("TypedExplain.", "", StringComparison.Ordinal);
}
