using System.CommandLine;

namespace TypedExplain.Batch.Programs;

/// <summary>The arguments of commands that work on a job.</summary>
internal sealed class JobArguments
{
    public Argument<string[]> Input { get; } = new("input") { Description = "Files or folders with rows: .csv, .jsonl, .parquet or .arrow. Without any, JSON lines are read from the standard input and answered on the standard output, line by line.", Arity = ArgumentArity.ZeroOrMore };

    public Option<string?> Out { get; } = new("--out", "-o") { Description = "The folder of the results. Run again with the same folder, the command goes on where it was.", HelpName = "folder" };

    public Option<string> Format { get; } = new("--format", "-f") { Description = $"How results are written: {string.Join(", ", Inputs.Formats)}.", HelpName = "format", DefaultValueFactory = _ => Inputs.Formats[0] };

    public Option<string?> Shard { get; } = new("--shard") { Description = "Which worker this is of how many, from 0: --shard 3/16 does every 16th shard.", HelpName = "i/n" };

    public Option<long> ShardRows { get; } = new("--shard-rows") { Description = "How many rows a shard has, about.", HelpName = "rows", DefaultValueFactory = _ => 100_000 };

    public Option<long> MaxBadRows { get; } = new("--max-bad") { Description = "The most rows of a shard that may be no records.", HelpName = "rows", DefaultValueFactory = _ => 1_000 };

    public Option<int?> Threads { get; } = new("--threads") { Description = "How many threads at most; all processors by default.", HelpName = "count" };

    public Option<int> Together { get; } = new("--together") { Description = "How many records ask the model in one batch.", HelpName = "count", DefaultValueFactory = _ => 1 };

    public Option<bool> KeepProtected { get; } = new("--keep-protected") { Description = "Write columns of protected features too." };

    public Option<bool> Receipts { get; } = new("--receipts") { Description = "Keep a receipt of every answer, by which replay makes it again." };

    public Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "Tell no progress." };

    /// <summary>Adds all of them to a command.</summary>
    public void AddTo(Command command)
    {
        Format.AcceptOnlyFromAmong(Inputs.Formats);
        Input.RefuseOptions();
        command.Add(Input);
        foreach (Option option in (Option[])[Out, Format, Shard, ShardRows, MaxBadRows, Threads, Together, KeepProtected, Receipts, Quiet])
            command.Add(option);
    }

    /// <summary>The job that they tell of.</summary>
    public ExplanationJob<T> Job<T>(ParseResult arguments, ExplanationProgram<T> program, BatchQuestion<T> question)
        where T : IFeatureRecord<T> => new()
        {
            Model = program.Model,
            Question = question,
            Source = Inputs.Of<T>(arguments.GetValue(Input)!),
            Folder = arguments.GetValue(Out) ?? throw new InvalidOptionException("--out is missing; name the folder of the results."),
            Format = Inputs.Format(arguments.GetValue(Format)!),
            ShardRows = arguments.GetValue(ShardRows),
            MaxBadRows = arguments.GetValue(MaxBadRows),
            Threads = arguments.GetValue(Threads),
            Together = arguments.GetValue(Together),
            ProtectedValues = arguments.GetValue(KeepProtected) ? ProtectedValues.Kept : ProtectedValues.Withheld,
            Receipts = arguments.GetValue(Receipts),
            Summary = program.Summary,
        };

    /// <summary>Refuses options that a filter, which has no folder, would pass over.</summary>
    public void RequireForFilter(ParseResult arguments)
    {
        if (((Option[])[Format, Shard, ShardRows, Receipts]).FirstOrDefault(option => arguments.GetResult(option) is { Implicit: false }) is { } given)
            throw new InvalidOptionException($"{given.Name} is about a folder of results, and there are no files to read; a filter answers every line as JSON on the standard output. Leave it out, or name files.");
    }

    /// <summary>Which shards are to be done.</summary>
    public ShardSelection Selected(ParseResult arguments)
    {
        if (arguments.GetValue(Shard) is not { } text)
            return ShardSelection.All;
        if (text.Split('/') is [var worker, var workers] && Whole(worker) is { } own && Whole(workers) is { } all)
            return new(own, all);
        throw new InvalidOptionException($"--shard is \"{text}\"; it must be such as 3/16: which worker, from 0, of how many.");
    }

    private static int? Whole(string text) => int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int number) ? number : null;
}
