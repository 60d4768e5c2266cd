namespace TypedExplain.Batch.Programs;

/// <summary>The format that a job was planned with, where nothing is written in it.</summary>
internal sealed class PlannedFormat(JobPlan plan) : IResultFormat
{
    public string Extension => plan.Extension;

    public string Settings => plan.FormatSettings;

    public IResultWriter Open(Stream stream, ResultSchema schema) => throw new InvalidOperationException("Nothing is written.");
}
