using System.Diagnostics;

namespace TypedExplain.Receipts.Logs;

/// <summary>A file that one process at a time holds open; the system lets go of it when a process ends, however it does.</summary>
internal static class LogLock
{
    private const int Step = 2;

    /// <summary>Waits until nobody else holds the file.</summary>
    /// <exception cref="IOException">Somebody else holds it for longer than that.</exception>
    public static FileStream Take(string path, TimeSpan patience)
    {
        long start = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
            }
            catch (IOException error) when (error is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
            {
                if (Stopwatch.GetElapsedTime(start) >= patience)
                    throw new IOException($"another process has held {path} for {patience.TotalSeconds:0.#} s: {error.Message}", error);
            }

            Thread.Sleep(Step);
        }
    }
}
