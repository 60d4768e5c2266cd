using System.CommandLine;
using TypedExplain.Batch.Jobs;
using TypedExplain.Reports;

namespace TypedExplain.Batch.Programs;

/// <summary>The commands that look at what jobs have written.</summary>
internal sealed class FolderCommands<T>(ExplanationProgram<T> program, ProgramStreams streams)
    where T : IFeatureRecord<T>
{
    /// <summary>Compares files with manifests, and makes some rows again.</summary>
    public Command Verify()
    {
        Argument<string> folder = Folder();
        Argument<string[]> input = new("input") { Description = "The files or folders with rows that the job was run on.", Arity = ArgumentArity.OneOrMore };
        Option<int> rows = new("--rows") { Description = "How many rows are made again.", HelpName = "count", DefaultValueFactory = _ => 100 };
        Option<int> seed = new("--seed") { Description = "Which rows.", HelpName = "seed" };
        input.RefuseOptions();
        Command command = new("verify", "Compares the files of a job with their manifests, and makes some rows again to the bit.") { folder, input, rows, seed };
        command.SetAction(async (arguments, cancellation) =>
        {
            ExplanationJob<T> job = Of(arguments.GetValue(folder)!, Inputs.Of<T>(arguments.GetValue(input)!));
            VerifyReport report = await job.VerifyAsync(arguments.GetValue(rows), arguments.GetValue(seed), cancellation).ConfigureAwait(false);
            streams.Write(report.ToString());
            return report.IsSound ? ExitCode.Done : ExitCode.BadData;
        });
        return command;
    }

    /// <summary>Puts the shards together.</summary>
    public Command Merge()
    {
        Argument<string> folder = Folder();
        Command command = new("merge", "Checks that all shards are finished, and writes merged.json, summary.json and report.html.") { folder };
        command.SetAction(arguments =>
        {
            MergedJob<T> merged = Merged(arguments.GetValue(folder)!);
            streams.Write(merged.ToString());
            if (merged.Summary is { } summary)
                streams.Write(Page(merged, summary).Save(Path.Combine(arguments.GetValue(folder)!, "report.html")));
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Says what all explanations say together.</summary>
    public Command Report()
    {
        Argument<string> folder = Folder();
        Command command = new("report", "Says which features matter over all rows of a finished job.") { folder };
        command.SetAction(arguments =>
        {
            MergedJob<T> merged = Merged(arguments.GetValue(folder)!);
            streams.Write(merged.Summary is { } summary ? summary.ToString() : merged.ToString());
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Says in what two jobs differ.</summary>
    public Command Diff()
    {
        Argument<string> before = new("before") { Description = "The folder of a finished job." };
        Argument<string> after = new("after") { Description = "The folder of another one, of the same rows." };
        Command command = new("diff", "Says how many rows have another result in another job, and in what features.") { before, after };
        command.SetAction(arguments =>
        {
            streams.Write(JobDifference<T>.Tell(arguments.GetValue(before)!, arguments.GetValue(after)!, program.Summary));
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Makes a result again by its receipt.</summary>
    public Command Replay()
    {
        Argument<string> receipt = new("receipt") { Description = "The file of a receipt, as JSON." };
        Option<string?> id = new("--id") { Description = "Which receipt, where the file has several, one per line.", HelpName = "identifier" };
        Command command = new("replay", "Makes a result again by its receipt, and compares it to the bit.") { receipt, id };
        command.SetAction((arguments, cancellation) =>
        {
            ReplayOutcome outcome = ReceiptFile<T>.Read(arguments.GetValue(receipt)!, arguments.GetValue(id)).Replay(program.Model, program.Background, cancellation);
            streams.Write(outcome.ToString()!);
            return Task.FromResult(outcome is Identical ? ExitCode.Done : ExitCode.BadData);
        });
        return command;
    }

    private static Argument<string> Folder() => new("folder") { Description = "The folder of the job." };

    private MergedJob<T> Merged(string folder) => Of(folder, new PlannedSource<T>(folder)).Merge();

    /// <summary>The job of a folder, whatever it asks.</summary>
    private ExplanationJob<T> Of(string folder, IRowSource<T> source)
    {
        JobPlan plan = new JobFolder(folder).Plan() ?? throw new BatchException($"The folder {Path.GetFileName(Path.TrimEndingDirectorySeparator(folder))} is of no job.");
        return new()
        {
            Model = program.Model,
            Question = plan.Question switch
            {
                "reasons" when program.Reasons is { } reasons => BatchQuestion.Reasons(reasons),
                "recourse" when program.Recourse is { } recourse => BatchQuestion.Recourse(recourse),
                _ => program.Question,
            },
            Source = source,
            Folder = folder,
            Format = new PlannedFormat(plan),
            ProtectedValues = plan.ProtectedValues,
            Receipts = plan.Columns.Any(column => column.Name == "receipt"),
            Summary = program.Summary,
        };
    }

    private ReportPage Page(MergedJob<T> merged, PortfolioSummary<T> summary) => new Report<T>
    {
        Lines = [merged.ToString(), .. program.Model.Identity() is { } model ? new[] { model.ToString() } : []],
        Pictures = new() { ProtectedValues = merged.Plan.ProtectedValues },
    }.Portfolio(summary);
}
