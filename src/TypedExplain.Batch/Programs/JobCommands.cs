using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using TypedExplain.Batch.Jobs;

namespace TypedExplain.Batch.Programs;

/// <summary>The commands that go through rows.</summary>
internal sealed class JobCommands<T>(ExplanationProgram<T> program, ProgramStreams streams)
    where T : IFeatureRecord<T>
{
    private const int Measured = 20;

    /// <summary>Says what a job will do, how long it may take, and what it asks of the model.</summary>
    public Command Plan()
    {
        Argument<string[]> input = new("input") { Description = "Files or folders with rows.", Arity = ArgumentArity.OneOrMore };
        Option<long> shardRows = new("--shard-rows") { Description = "How many rows a shard has, about.", HelpName = "rows", DefaultValueFactory = _ => 100_000 };
        input.RefuseOptions();
        Command command = new("plan", $"Says how many rows and shards there are, and how long they may take, by {Measured} rows that are asked about.") { input, shardRows };
        command.SetAction(async (arguments, cancellation) =>
        {
            if (arguments.GetValue(shardRows) < 1)
                throw new InvalidOptionException("--shard-rows must be at least 1.");
            IRowSource<T> source = Inputs.Of<T>(arguments.GetValue(input)!);
            ImmutableArray<SourceShard> shards = await source.PlanAsync(arguments.GetValue(shardRows), cancellation).ConfigureAwait(false);
            streams.Write(await new JobEstimate<T>(program, source, shards).TellAsync(Measured, cancellation).ConfigureAwait(false));
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Asks a question about every row.</summary>
    public Command Ask(string name, string description, BatchQuestion<T> question)
    {
        JobArguments own = new();
        Command command = new(name, description);
        own.AddTo(command);
        command.SetAction(async (arguments, cancellation) =>
        {
            if (arguments.GetValue(own.Input) is not { Length: > 0 })
            {
                if (arguments.GetValue(own.Out) is not null)
                    throw new InvalidOptionException("--out names a folder and there are no files to read; a filter writes to the standard output.");
                own.RequireForFilter(arguments);
                return await new LineFilter<T>(program, question, streams).RunAsync(arguments, own, cancellation).ConfigureAwait(false);
            }

            ExplanationJob<T> job = own.Job(arguments, program, question);
            ProgressLines progress = new(streams, arguments.GetValue(own.Quiet));
            JobReport report = await progress.WatchAsync(told => job.RunAsync(own.Selected(arguments), told, cancellation).AsTask()).ConfigureAwait(false);
            await streams.Told.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{report}\n{Ended(report)}")).ConfigureAwait(false);
            return ExitCode.Done;
        });
        return command;
    }

    private static string Ended(JobReport report) => string.Create(CultureInfo.InvariantCulture, $"took {Duration.Of(report.Elapsed)}{(report.Bad > 0 ? "; see the files .bad.jsonl for the rows that are no records" : "")}");
}
