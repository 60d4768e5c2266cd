namespace TypedExplain.Batch.Questions;

/// <summary>How records are asked about; it changes no answer.</summary>
/// <param name="Threads">How many threads at most; all processors where null.</param>
/// <param name="Together">How many records ask the model in the same batch.</param>
internal sealed record AskOptions(int? Threads = null, int Together = 1)
{
    /// <summary>Told how far the work is, after each record.</summary>
    public IProgress<ManyProgress>? Progress { get; init; }
}
