using TypedExplain.Batch.Jobs;
using TypedExplain.Receipts.Statements;

namespace TypedExplain.Batch;

/// <summary>
/// Asks a question about every row of a table, shard by shard. A finished shard is a file of results with a manifest that vouches for
/// it; a job that was ended, by whatever, goes on where it was when it is run again, and ends with the same bytes. Two workers
/// on the same shard do no harm. A value: it may be run any number of times.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public sealed partial record ExplanationJob<T>
    where T : IFeatureRecord<T>
{
    /// <summary>The model; it is called from several threads at once. Give it an identity (<see cref="ModelIdentityExtensions.Identified{T}"/>), so that another one is noticed.</summary>
    public required IModel<T> Model { get; init; }

    /// <summary>What is asked, made by <see cref="BatchQuestion"/>.</summary>
    public required BatchQuestion<T> Question { get; init; }

    /// <summary>Where the rows come from.</summary>
    public required IRowSource<T> Source { get; init; }

    /// <summary>The folder of the results, and of nothing else. It is made where it is not there.</summary>
    public required string Folder { get; init; }

    /// <summary>How results are written; CSV by default.</summary>
    public IResultFormat Format { get; init; } = new CsvFormat();

    /// <summary>How many rows a shard has, about; at least 1. 100,000 by default. In a folder whose job is planned, the shards of its plan count, and the report says so.</summary>
    [OptionRange(AtLeast = 1)]
    public long ShardRows { get; init; } = 100_000;

    /// <summary>How many records are held and asked about at a time; at least 1. 1,024 by default. It changes no result.</summary>
    [OptionRange(AtLeast = 1)]
    public int BatchRows { get; init; } = 1_024;

    /// <summary>The most rows of a shard that may be no records; with more of them it is given up, since the source is probably another one. 1,000 by default, at least 0. It counts for the shards that this run makes; a report says where earlier ones were held to another limit.</summary>
    [OptionRange(AtLeast = 0)]
    public long MaxBadRows { get; init; } = 1_000;

    /// <summary>How many threads at most; all processors by default.</summary>
    [OptionRange(AtLeast = 1)]
    public int? Threads { get; init; }

    /// <summary>How many records ask the model in the same batch; at least 1. More than 1 pays where a batch has a cost of its own, such as in ONNX Runtime.</summary>
    [OptionRange(AtLeast = 1)]
    public int Together { get; init; } = 1;

    /// <summary>
    /// Whether protected features have columns; not by default. Summaries of shards hold how they are spread all the same, since they are
    /// merged by it, and only the worker's own user may read them; the merged one is written without.
    /// </summary>
    public ProtectedValues ProtectedValues { get; init; } = ProtectedValues.Withheld;

    /// <summary>
    /// Whether a receipt of every answer is kept, in a file of JSON lines beside the results, which have its identifier; not by default.
    /// Receipts ask the model about each instance once more, and are without the instance where protected values are withheld.
    /// </summary>
    public bool Receipts { get; init; }

    /// <summary>What summaries keep; null for the defaults.</summary>
    public SummaryOptions<T>? Summary { get; init; }

    internal ReceiptContent ReceiptContent => ProtectedValues == ProtectedValues.Withheld && Explanations.Json.RecordHead.Withholds<T>(ProtectedValues) ? ReceiptContent.HashedInstance : ReceiptContent.Whole;

    /// <summary>Tells how long it takes.</summary>
    internal TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>
    /// What the job is. The first worker divides the source and writes the plan into the folder; the others read it there.
    /// </summary>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="BatchException">The folder is of another job, or the source is not as it must be.</exception>
    /// <exception cref="InvalidOptionException">An option is outside what it may be.</exception>
    public async ValueTask<JobPlan> PlanAsync(CancellationToken cancellation = default)
    {
        Check();
        JobFolder folder = new(Folder);
        JobPlan here = Plan([]);
        if (folder.Plan() is { } there)
        {
            folder.Require(there, here);
            return there;
        }

        JobPlan planned = await folder.WriteAsync(Plan(await Source.PlanAsync(ShardRows, cancellation).ConfigureAwait(false)), cancellation).ConfigureAwait(false);
        folder.Require(planned, here);
        return planned;
    }

    /// <summary>Does the shards of a worker that are not finished.</summary>
    /// <param name="shards">Which ones; all by default.</param>
    /// <param name="progress">Told how far the work is, after each batch.</param>
    /// <param name="cancellation">Ends the work early: the shard at hand is given up, finished ones are kept.</param>
    /// <exception cref="BatchException">The folder is of another job, the source is not as it must be, too many rows are bad, or the disk is full.</exception>
    /// <exception cref="InvalidOptionException">An option is outside what it may be.</exception>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    public async ValueTask<JobReport> RunAsync(ShardSelection shards = default, IProgress<JobProgress>? progress = null, CancellationToken cancellation = default)
    {
        JobPlan plan = await PlanAsync(cancellation).ConfigureAwait(false);
        return await new JobRun<T>(this, plan).DoAsync([.. shards.Of(plan.Shards.Length)], progress, cancellation).ConfigureAwait(false);
    }

    /// <summary>Does one shard, if it is not finished: for engines that hand shards out themselves.</summary>
    /// <param name="shard">Position of the shard in the plan, from 0.</param>
    /// <param name="progress">Told how far the work is, after each batch.</param>
    /// <param name="cancellation">Ends the work early: the shard is given up.</param>
    /// <returns>What the shard vouches for.</returns>
    /// <exception cref="BatchException">As for <see cref="RunAsync"/>.</exception>
    /// <exception cref="InvalidOptionException">An option is outside what it may be, or there is no such shard.</exception>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    public async ValueTask<ShardManifest> RunShardAsync([OptionRange(AtLeast = 0)] int shard, IProgress<JobProgress>? progress = null, CancellationToken cancellation = default)
    {
        JobPlan plan = await PlanAsync(cancellation).ConfigureAwait(false);
        if (shard < 0 || shard >= plan.Shards.Length)
            throw new InvalidOptionException($"shard is {shard}; the job has {plan.Shards.Length}, so it must be 0 to {plan.Shards.Length - 1}.");
        return (await new JobRun<T>(this, plan).DoAsync([shard], progress, cancellation).ConfigureAwait(false)).Shards[0];
    }

    /// <summary>
    /// Compares the files of finished shards with their manifests, and makes some rows again, here or on another machine: with the same
    /// model and options they are the same to the bit.
    /// </summary>
    /// <param name="rows">How many rows are made again; at least 0.</param>
    /// <param name="seed">Which ones.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="BatchException">The folder is of no job or another one, or the source has changed.</exception>
    /// <exception cref="InvalidOptionException">An option is outside what it may be.</exception>
    public async ValueTask<VerifyReport> VerifyAsync([OptionRange(AtLeast = 0)] int rows = 100, int seed = 0, CancellationToken cancellation = default)
    {
        if (rows < 0)
            throw new InvalidOptionException($"rows is {rows}; it must be at least 0.");
        return await new JobVerification<T>(this, Planned()).RunAsync(rows, seed, cancellation).ConfigureAwait(false);
    }

    /// <summary>Puts what all shards vouch for together, and writes it: merged.json, and summary.json where the question has a summary.</summary>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="BatchException">A shard is not finished, or the folder is of no job or another one.</exception>
    /// <exception cref="InvalidOptionException">An option is outside what it may be.</exception>
    public MergedJob<T> Merge(CancellationToken cancellation = default) => JobMerge.Run(this, Planned(), cancellation);

    /// <summary>The plan that lies in the folder.</summary>
    private JobPlan Planned()
    {
        Check();
        JobFolder folder = new(Folder);
        JobPlan there = folder.Plan() ?? throw new BatchException($"The folder {Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(Folder)))} is of no job; run the job first.");
        folder.Require(there, Plan([]));
        return there;
    }

    private JobPlan Plan(System.Collections.Immutable.ImmutableArray<SourceShard> shards) => new()
    {
        Record = T.Schema.Name,
        Schema = Explanations.Json.RecordHead.Hash<T>(),
        Question = Question.Name,
        Explainer = CanonicalJson.Of(Question.By.ToString()),
        Model = Model.Identity(),
        LibraryVersion = LibraryVersion.Text,
        Source = Source.Name,
        SourceSettings = Source.Settings,
        Parts = Source.Parts,
        Extension = Format.Extension,
        ProtectedValues = ProtectedValues,
        FormatSettings = Format.Settings,
        SummarySettings = Question.HasSummary ? SummaryText.Of(Summary) : null,
        ShardRows = ShardRows,
        MaxBadRows = MaxBadRows,
        Columns = new ResultTable<T>(Question, ProtectedValues, Receipts).Columns,
        Shards = shards,
    };

    private void Check()
    {
        string? missing = Model is null ? nameof(Model) : Question is null ? nameof(Question) : Source is null ? nameof(Source) : Format is null ? nameof(Format) : null;
        if (missing is not null)
            throw new InvalidOptionException($"{missing} of a job is null; it must be given.");
        if (ShardRows < 1)
            throw new InvalidOptionException($"ShardRows is {ShardRows}; it must be at least 1.");
        if (BatchRows < 1)
            throw new InvalidOptionException($"BatchRows is {BatchRows}; it must be at least 1.");
        if (MaxBadRows < 0)
            throw new InvalidOptionException($"MaxBadRows is {MaxBadRows}; it must be at least 0.");
        if (Together < 1)
            throw new InvalidOptionException($"Together is {Together}; it must be at least 1.");
        ExplainManyExtensions.Check(Threads, nameof(Threads));
        if (string.IsNullOrWhiteSpace(Folder))
            throw new InvalidOptionException("Folder is empty; it must name the folder of the results.");
        if (ProtectedValues is not (ProtectedValues.Kept or ProtectedValues.Withheld))
            throw new InvalidOptionException($"ProtectedValues is {(int)ProtectedValues}; it must be Kept or Withheld.");
        _ = (Summary ?? new()).Checked();
    }
}
