namespace Papers;

/// <summary>Computes the cells of a study that are not kept yet, several at a time.</summary>
/// <param name="threads">How many at a time.</param>
public sealed class Runner(int threads)
{
    /// <summary>Computes what is absent and keeps each cell as soon as it is finished.</summary>
    /// <returns>What went wrong, cell by cell; the other cells are computed all the same.</returns>
    /// <exception cref="OperationCanceledException">The run was broken off; finished cells are kept.</exception>
    public IReadOnlyList<string> Run(string study, IReadOnlyList<Cell> cells, KeptCells kept, CancellationToken cancellation)
    {
        Cell[] absent = [.. cells.Where(cell => !kept.Finished.ContainsKey(cell.Key)).DistinctBy(cell => cell.Key)];
        List<string> failures = [];
        Countdown left = new(study, absent.Sum(cell => cell.Cost), absent.Length, cells.Count - absent.Length);

        // One cell after the other, as they are listed: Parallel.ForEach would deal them out in ranges.
        int next = -1;
        Task[] workers = [.. Enumerable.Range(0, Math.Min(threads, absent.Length)).Select(_ => Task.Run(Work, CancellationToken.None))];
        Task.WaitAll(workers, CancellationToken.None);
        cancellation.ThrowIfCancellationRequested();
        return failures;

        void Work()
        {
            for (int at = Interlocked.Increment(ref next); at < absent.Length && !cancellation.IsCancellationRequested; at = Interlocked.Increment(ref next))
            {
                try
                {
                    kept.Add(absent[at].Key, absent[at].Compute(cancellation));
                    left.Finished(absent[at]);
                }
                catch (OperationCanceledException)
                {
                    return;
                }
                catch (Exception failure)
                {
                    lock (failures)
                        failures.Add($"{absent[at].Key}: {failure.Message}");
                    left.Finished(absent[at]);
                }
            }
        }
    }
}
