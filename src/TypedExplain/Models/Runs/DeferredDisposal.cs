namespace TypedExplain.Models.Runs;

/// <summary>Gives memory back once a model can no longer read it.</summary>
internal static class DeferredDisposal
{
    /// <summary>Disposes at once, or, of a model that nobody waits for any more, when its task ends.</summary>
    /// <param name="held">What holds the rows that the model was asked about.</param>
    /// <param name="asking">The model's task.</param>
    public static void Dispose(IDisposable held, Task asking)
    {
        if (asking.IsCompleted)
            held.Dispose();
        else
            _ = asking.ContinueWith(static (_, held) => ((IDisposable)held!).Dispose(), held, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }
}
