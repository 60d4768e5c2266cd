using TypedExplain.Batch.Faults;
using TypedExplain.Batch.Manifests;
using TypedExplain.Files;

namespace TypedExplain.Batch.Jobs;

/// <summary>The folder of a job.</summary>
internal sealed class JobFolder(string folder)
{
    private const string PlanName = "job.json";
    private const int MostWaits = 600;

    private static readonly TimeSpan s_wait = TimeSpan.FromMilliseconds(50);

    /// <summary>The plan that lies there; null where there is none.</summary>
    /// <exception cref="BatchException">It cannot be read.</exception>
    public JobPlan? Plan()
    {
        string path = Path.Combine(folder, PlanName);
        if (!File.Exists(path))
            return null;
        try
        {
            byte[] text = File.ReadAllBytes(path);
            JobPlan plan = JobPlanJson.Read(text);
            return JobPlanJson.Write(plan).AsSpan().SequenceEqual(text) ? plan : throw new InvalidJsonException($"{PlanName} was changed.");
        }
        catch (InvalidJsonException error)
        {
            throw new BatchException($"The folder {Name} has a {PlanName} that is not one of this library as it was written: {error.Message} Take an empty folder.", inner: error);
        }
    }

    /// <summary>Refuses a folder of another job.</summary>
    public void Require(JobPlan there, JobPlan here)
    {
        string[] differences = PlanDifferences.Between(there, here);
        if (differences.Length > 0)
            throw new BatchException($"The folder {Name} is of another job, with another {string.Join(", ", differences)}. Take an empty folder, or go on with the job as it was.");
    }

    /// <summary>Writes the plan, unless another worker was faster: the first plan counts, whatever the others would divide the source into.</summary>
    /// <returns>The plan that lies there.</returns>
    public async Task<JobPlan> WriteAsync(JobPlan plan, CancellationToken cancellation)
    {
        RequireEmpty();
        for (int i = 0; ; i++)
        {
            using (FileStream? turn = Turn(isLast: i == MostWaits))
            {
                if (Plan() is { } faster)
                    return faster;
                if (turn is not null)
                    return Guarded(() => Write(plan));
            }

            await Task.Delay(s_wait, cancellation).ConfigureAwait(false);
        }
    }

    private void RequireEmpty()
    {
        if (File.Exists(folder))
            throw new BatchException($"{Name} is a file; the results need a folder. Name another one.");
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any(path => !Path.GetFileName(path).StartsWith(PlanName, StringComparison.Ordinal)) && !File.Exists(Path.Combine(folder, PlanName)))
            throw new BatchException($"The folder {Name} has other files and is of no job. Take an empty folder.");
    }

    private JobPlan Write(JobPlan plan)
    {
        byte[] text = JobPlanJson.Write(plan);
        WholeFile.Write(Path.Combine(folder, PlanName), stream => stream.Write(text));
        return plan;
    }

    /// <summary>The turn to write the plan, which ends with the process that has it; null where another one has it.</summary>
    private FileStream? Turn(bool isLast) => Guarded(() =>
    {
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, PlanName + ".lock");
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException error) when (!isLast && HeldFile.Is(error))
        {
            return null;
        }
    });

    private TResult Guarded<TResult>(Func<TResult> write)
    {
        try
        {
            return write();
        }
        catch (Exception error) when (error is PathTooLongException or ArgumentException or NotSupportedException)
        {
            throw new InvalidOptionException($"Folder cannot be a folder: {error.Message}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BatchException($"The folder {Name} cannot be written: {error.Message}", isWorthTryingAgain: true, error);
        }
    }

    private string Name => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
}
