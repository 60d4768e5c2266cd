using TypedExplain.Batch.Programs;
using TypedExplain.Decisions;

namespace TypedExplain.Batch;

/// <summary>A program that explains tables, made by <see cref="ExplanationProgram"/>. A value; what it is to do comes with its arguments.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed record ExplanationProgram<T>
    where T : IFeatureRecord<T>
{
    internal ExplanationProgram()
    {
    }

    /// <summary>What is explained; called from several threads at once. Identify it, so that another one is noticed.</summary>
    public required IModel<T> Model { get; init; }

    /// <summary>What the command explain asks.</summary>
    public required BatchQuestion<T> Question { get; init; }

    /// <summary>How reasons are found, for the command reasons; null for none.</summary>
    public PrincipalReasons<T>? Reasons { get; init; }

    /// <summary>How recourse is found, for the command recourse; null for none.</summary>
    public Recourse<T>? Recourse { get; init; }

    /// <summary>The background that receipts were made with, for the command replay; null for none.</summary>
    public WeightedRows<T>? Background { get; init; }

    /// <summary>What summaries of jobs keep; null for the defaults.</summary>
    public SummaryOptions<T>? Summary { get; init; }

    /// <summary>
    /// Does what the arguments say. The program ends with 0 where all is done, 64 where the arguments are not right, 65 where data, a model
    /// or a file is not as it must be, and 75 where the same command may succeed later and goes on where it was: after it was ended, or
    /// while a disk is full or a model away.
    /// </summary>
    /// <param name="args">The arguments; <c>--help</c> tells of them.</param>
    /// <param name="cancellation">Ends the work early; Ctrl+C and a signal to end do so too.</param>
    public Task<int> RunAsync(string[] args, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(args);
        return RunAsync(args, ProgramStreams.OfConsole(), cancellation);
    }

    internal Task<int> RunAsync(string[] args, ProgramStreams streams, CancellationToken cancellation) => new Commands<T>(this, streams).RunAsync(args, cancellation);
}
