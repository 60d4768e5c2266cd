namespace TypedExplain.Training.Networks;

/// <summary>Work divided among threads by position only. No sum may go across stretches: then the bits do not depend on the threads.</summary>
internal static class StaticPartition
{
    /// <summary>More than that no step is divided among, however many are allowed.</summary>
    public const int MostThreads = 256;

    /// <summary>Divides items into a stretch per thread, of whole groups, and waits for all.</summary>
    /// <param name="threads">How many threads; 1 works on the caller's own.</param>
    /// <param name="items">How many items there are.</param>
    /// <param name="group">Items that should stay together.</param>
    /// <param name="work">Given the number of a stretch, its first item and how many it has.</param>
    public static void Each(int threads, int items, int group, Action<int, int, int> work)
    {
        if (threads == 1)
        {
            work(0, 0, items);
            return;
        }

        int groups = (items + group - 1) / group;
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, part =>
        {
            int first = Math.Min(items, groups * part / threads * group), end = Math.Min(items, groups * (part + 1) / threads * group);
            if (end > first)
                work(part, first, end - first);
        });
    }
}
