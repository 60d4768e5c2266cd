using System.Collections.Immutable;
using System.Globalization;

namespace TypedExplain.Decisions;

/// <summary>What a <see cref="ReasonReport{T}"/> looks at beside the shares of reasons and refusals.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed record ReasonReportOptions<T>
    where T : IFeatureRecord<T>
{
    /// <summary>What people are divided by; nothing by default.</summary>
    public ImmutableArray<ReasonSegmentation<T>> Segments { get; init; } = [];

    /// <summary>With how many other seeds statements are made again, 0 or more; they are not where all contributions are exact.</summary>
    [OptionRange(AtLeast = 0)]
    public int Seeds { get; init; } = 3;

    /// <summary>How often the people of the reference are drawn anew from themselves, with replacement; 0 or more.</summary>
    [OptionRange(AtLeast = 0)]
    public int Resamples { get; init; } = 5;

    /// <summary>Whether each number that may change is moved by one step up and down.</summary>
    public bool Steps { get; init; } = true;

    /// <summary>Another method to compare with, such as <c>reasons with { Linear = lime }</c>; null for none.</summary>
    public PrincipalReasons<T>? SecondMethod { get; init; }

    /// <summary>An earlier report, of other people; null for none.</summary>
    public ReasonReport<T>? Earlier { get; init; }

    /// <summary>The seed of the resamples.</summary>
    public int Seed { get; init; }

    /// <summary>How many threads at most; all processors by default. The report does not depend on it.</summary>
    [OptionRange(AtLeast = 1)]
    public int? Threads { get; init; }

    internal void Check()
    {
        if (Seeds < 0)
            throw Invalid(nameof(Seeds), Seeds, "0 or more");
        if (Resamples < 0)
            throw Invalid(nameof(Resamples), Resamples, "0 or more");
        if (Threads < 1)
            throw Invalid(nameof(Threads), Threads.Value, "at least 1, or null for all processors");
        foreach (ReasonSegmentation<T> segmentation in Segments.IsDefault ? [] : Segments)
        {
            if (segmentation is null)
                throw new InvalidOptionException("Segments of a report on reasons has one that is null; make each with ReasonSegments.By.");
        }
    }

    private static InvalidOptionException Invalid(string option, int value, string allowed) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{option} of a report on reasons is {value}; it must be {allowed}."));
}
