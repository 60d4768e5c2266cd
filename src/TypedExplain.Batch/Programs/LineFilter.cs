using System.Buffers;
using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using TypedExplain.Batch.Formats;
using TypedExplain.Batch.Jobs;
using TypedExplain.Batch.Questions;
using TypedExplain.Batch.Text;
using TypedExplain.Errors;

namespace TypedExplain.Batch.Programs;

/// <summary>
/// Answers JSON lines with JSON lines: one line for every line that is not empty, in their order, also for one that is no record. So a
/// driver can put answers beside questions, and a process that is started again on the same lines gives the same ones.
/// </summary>
internal sealed class LineFilter<T>(ExplanationProgram<T> program, BatchQuestion<T> question, ProgramStreams streams)
    where T : IFeatureRecord<T>
{
    private const int BatchRows = 256;

    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SourceShard _shard = new("stdin", 0, 0);

    /// <summary>Answers until the input ends.</summary>
    public async Task<int> RunAsync(ParseResult arguments, JobArguments own, CancellationToken cancellation)
    {
        (int? threads, int together) = (arguments.GetValue(own.Threads), arguments.GetValue(own.Together));
        ExplainManyExtensions.Check(threads, "--threads");
        ExplainManyExtensions.Check(together, "--together");
        long most = arguments.GetValue(own.MaxBadRows), bad = 0;
        ResultTable<T> table = new(question, arguments.GetValue(own.KeepProtected) ? ProtectedValues.Kept : ProtectedValues.Withheld);
        ResultSchema schema = new(T.Schema.Name, question.Name, table.Columns);
        await foreach (SourceRows<T> rows in JsonLines<T>.ReadAsync(streams.Input, 0, 0, BatchRows, cancellation).ConfigureAwait(false))
        {
            Dictionary<long, List<BadRow>> wrong = rows.Bad.GroupBy(row => row.Row).ToDictionary(group => group.Key, group => group.ToList());
            byte[][] lines = await AnswersAsync(table, schema, rows, new(threads, together), cancellation).ConfigureAwait(false);
            foreach ((long row, byte[] line) in rows.Numbers.Zip(lines).Concat(wrong.Select(group => (group.Key, Line(group.Key, group.Value)))).OrderBy(line => line.Item1))
                streams.Output.Write(line);
            await streams.Output.FlushAsync(cancellation).ConfigureAwait(false);
            bad += wrong.Count;
            if (bad > most)
                throw new BatchException($"More than {most} {Noun.Of(most, "line is no record", "lines are no records")} of {T.Schema.Name}, which --max-bad allows; the first of the last ones: {rows.Bad[0]}");
        }

        if (bad > 0)
            await streams.Told.WriteLineAsync($"{bad} {Noun.Of(bad, "line is no record; its answer says", "lines are no records; their answers say")} why.").ConfigureAwait(false);
        return ExitCode.Done;
    }

    private async Task<byte[][]> AnswersAsync(ResultTable<T> table, ResultSchema schema, SourceRows<T> rows, AskOptions options, CancellationToken cancellation)
    {
        if (rows.Records.Count == 0)
            return [];
        IBatchAnswers<T> answers = question.Ask(program.Model, rows.Records, options, cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (answers.Transient is { } error)
            throw new BatchException(error.Message, isWorthTryingAgain: true, error);
        using MemoryStream text = new();
        JsonResultWriter writer = new(text, schema);
        await using (writer.ConfigureAwait(false))
        {
            await writer.WriteAsync(table.Of(_shard, rows, answers), cancellation).ConfigureAwait(false);
            await writer.FinishAsync(cancellation).ConfigureAwait(false);
        }

        return Lines(text.ToArray(), rows.Records.Count);
    }

    private static byte[][] Lines(ReadOnlySpan<byte> text, int count)
    {
        byte[][] lines = new byte[count][];
        for (int i = 0; i < count; i++)
        {
            int length = text.IndexOf((byte)'\n') + 1;
            lines[i] = text[..length].ToArray();
            text = text[length..];
        }

        return lines;
    }

    private byte[] Line(long row, List<BadRow> bad)
    {
        ArrayBufferWriter<byte> text = new();
        using (Utf8JsonWriter json = new(text, s_options))
        {
            json.WriteStartObject();
            json.WriteString("source", _shard.Part);
            json.WriteNumber("row", row);
            json.WriteString("outcome", "no record");
            json.WriteString("reason", string.Join("; ", bad.Select(fault => fault.Column.Length == 0 ? fault.Reason : $"{fault.Column}: {fault.Reason}")));
            json.WriteEndObject();
        }

        text.Write("\n"u8);
        return text.WrittenSpan.ToArray();
    }
}
