using System.Diagnostics;
using Spectre.Console;

namespace TypedExplain.Batch.Programs;

/// <summary>Tells how far a job is: a bar where a person watches, else a line from time to time.</summary>
internal sealed class ProgressLines(ProgramStreams streams, bool isQuiet)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(10);

    /// <summary>Does some work, and tells of it.</summary>
    public async Task<TResult> WatchAsync<TResult>(Func<IProgress<JobProgress>?, Task<TResult>> work)
    {
        if (isQuiet)
            return await work(null).ConfigureAwait(false);
        if (!streams.IsTerminal)
            return await work(new Lines(streams.Told)).ConfigureAwait(false);
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(streams.Told) });
        return await console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
            .StartAsync(context => work(new Bar(context.AddTask("reading the source"))))
            .ConfigureAwait(false);
    }

    private sealed class Lines(TextWriter told) : IProgress<JobProgress>
    {
        private long _last = Stopwatch.GetTimestamp();

        public void Report(JobProgress value)
        {
            if (Stopwatch.GetElapsedTime(_last) < s_pause)
                return;
            _last = Stopwatch.GetTimestamp();
            told.WriteLine(value);
        }
    }

    private sealed class Bar(ProgressTask task) : IProgress<JobProgress>
    {
        public void Report(JobProgress value)
        {
            task.Description = Markup.Escape(value.ToString());
            task.MaxValue = Math.Max(1, value.Rows ?? value.Shards);
            task.Value = value.Rows is null ? value.ShardsDone : value.RowsDone;
        }
    }
}
