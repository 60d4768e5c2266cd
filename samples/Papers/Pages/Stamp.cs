using System.Globalization;
using System.Runtime.Intrinsics;

namespace Papers;

/// <summary>How a page was made: command, seed, date and class of machine.</summary>
public sealed record Stamp(StudyOptions Options, string Study)
{
    /// <inheritdoc/>
    public override string ToString()
    {
        string command = Study is "linex-ablations" or "linex-figures" ? Study : string.Join(' ', Study.Split('-', 3));
        string trials = Options.Trials > 0 ? $" --trials {Options.Trials}" : "";
        string quick = Options.Quick ? " --quick" : "";
        string own = (Options.Neighborhood is { } neighborhood ? $" --neighborhood {neighborhood}" : "") + (Options.Environments is { } k ? $" --k {k}" : "") + (Options.Samples is { } n ? $" --n {n}" : "");
        string lanes = Vector512.IsHardwareAccelerated ? "AVX-512" : Vector256.IsHardwareAccelerated ? "AVX2" : "128-bit vectors";
        return string.Create(CultureInfo.InvariantCulture,
            $"Made by `dotnet run -c Release --project samples/Papers -- {command}{trials}{own}{quick} --seed {Options.Seed}` on {DateTime.UtcNow:d MMMM yyyy}; {Environment.ProcessorCount} cores, {lanes}.{(Options.Quick ? " **A quick run, to see that it works: a small part of the experiment, too few rows to conclude anything from.**" : "")}");
    }
}
