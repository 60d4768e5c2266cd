using System.Globalization;
using System.Runtime.Intrinsics;
using System.Text.RegularExpressions;

namespace Papers;

/// <summary>How a page was made: command, version of the study, date and class of machine.</summary>
public sealed partial record Stamp(StudyOptions Options, IStudy Study)
{
    private const string Program = "dotnet run -c Release --project samples/Papers -- ";

    /// <summary>The command that makes the page, without the program.</summary>
    public string Command
    {
        get
        {
            string words = Study.Name.StartsWith("linex-", StringComparison.Ordinal) && Studies.IsOneWord(Study.Name) ? Study.Name : string.Join(' ', Study.Name.Split('-', 3));
            string trials = Options.Trials > 0 ? $" --trials {Options.Trials}" : "";
            string own = (Options.Neighborhood is { } neighborhood ? $" --neighborhood {neighborhood}" : "") + (Options.Environments is { } k ? $" --k {k}" : "") + (Options.Samples is { } n ? $" --n {n}" : "");
            return string.Create(CultureInfo.InvariantCulture, $"{words}{trials}{own}{(Options.Quick ? " --quick" : "")} --seed {Options.Seed}");
        }
    }

    /// <summary>The version that a page says it was made by; null where it says none.</summary>
    /// <param name="page">The page's text.</param>
    public static int? VersionOf(string page) => Version().Match(page) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : null;

    /// <inheritdoc/>
    public override string ToString()
    {
        string lanes = Vector512.IsHardwareAccelerated ? "AVX-512" : Vector256.IsHardwareAccelerated ? "AVX2" : "128-bit vectors";
        return string.Create(CultureInfo.InvariantCulture,
            $"Made by `{Program}{Command}`, version {Study.Version} of the study, on {DateTime.UtcNow:d MMMM yyyy}; {Environment.ProcessorCount} cores, {lanes}.{(Options.Quick ? " **A quick run, to see that it works: a small part of the experiment, too few rows to conclude anything from.**" : "")}");
    }

    [GeneratedRegex(@"^Made by `[^`]+`, version (\d+) of the study", RegexOptions.Multiline)]
    private static partial Regex Version();
}
