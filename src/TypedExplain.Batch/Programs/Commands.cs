using System.CommandLine;

namespace TypedExplain.Batch.Programs;

/// <summary>The commands of a program.</summary>
internal sealed class Commands<T>(ExplanationProgram<T> program, ProgramStreams streams)
    where T : IFeatureRecord<T>
{
    /// <summary>How long a batch may take to end after a signal; schedulers wait about 30 seconds before they kill.</summary>
    private static readonly TimeSpan s_timeToEnd = TimeSpan.FromSeconds(20);

    private static readonly string[] s_examples =
    [
        "",
        "  plan rows.csv                        what it will take",
        "  explain rows.csv -o explained        all of it; the same again goes on where it was",
        "  explain rows -o explained --shard 3/16   the share of worker 3 of 16",
        "  merge explained                      one page on all rows",
        "  verify explained rows.csv            whether it comes out again to the bit",
        "  explain <rows.jsonl >answers.jsonl   as a filter",
        "",
        "It ends with 0 where all is done, 64 where the command line is wrong, 65 where data or a model must be mended, and 75 where the same command may succeed later.",
    ];

    private readonly JobCommands<T> _jobs = new(program, streams);
    private readonly FolderCommands<T> _folders = new(program, streams);

    /// <summary>Does what the arguments say; errors become words and a number.</summary>
    public async Task<int> RunAsync(string[] args, CancellationToken cancellation)
    {
        ParseResult parsed = Root().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (string error in parsed.Errors.Select(error => error.Message))
                await streams.Told.WriteLineAsync(error).ConfigureAwait(false);
            await streams.Told.WriteLineAsync("See --help.").ConfigureAwait(false);
            return ExitCode.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = new StreamWriter(streams.Output, leaveOpen: true) { AutoFlush = true }, Error = streams.Told, ProcessTerminationTimeout = s_timeToEnd }, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return Tell("Ended. What is finished is kept; the same command goes on from there.", ExitCode.TryAgain);
        }
        catch (BatchException error)
        {
            return Tell(error.Message, error.IsWorthTryingAgain ? ExitCode.TryAgain : ExitCode.BadData);
        }
        catch (InvalidOptionException error)
        {
            return Tell(error.Message, ExitCode.Usage);
        }
        catch (TypedExplainException error)
        {
            return Tell(error.Message, ExitCode.BadData);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Tell(error.Message, ExitCode.TryAgain);
        }
    }

    private int Tell(string message, int code)
    {
        streams.Told.WriteLine(message);
        return code;
    }

    private RootCommand Root()
    {
        RootCommand root = new(string.Join('\n', [$"Explains decisions about {T.Schema.Name}, row by row, from files to files or as a filter.", .. s_examples]));
        root.Add(_jobs.Plan());
        root.Add(_jobs.Ask("explain", $"Gives the {program.Question.Name} of every row.", program.Question));
        if (program.Reasons is { } reasons)
            root.Add(_jobs.Ask("reasons", "States the principal reasons for every decision, or why none are stated.", BatchQuestion.Reasons(reasons)));
        if (program.Recourse is { } recourse)
            root.Add(_jobs.Ask("recourse", "Finds what would change every decision.", BatchQuestion.Recourse(recourse)));
        root.Add(_folders.Verify());
        root.Add(_folders.Merge());
        root.Add(_folders.Report());
        root.Add(_folders.Diff());
        root.Add(_folders.Replay());
        return root;
    }
}
