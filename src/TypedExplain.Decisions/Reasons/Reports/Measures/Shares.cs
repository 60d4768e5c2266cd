using System.Collections.Immutable;

namespace TypedExplain.Decisions.Reasons.Reports.Measures;

/// <summary>Counts codes and causes.</summary>
internal static class Shares
{
    /// <summary>How often each reason is stated among people to whom any are, the most frequent first.</summary>
    public static ImmutableArray<ReasonShare<T>> OfCodes<T>(IReadOnlyCollection<string[]> told)
        where T : IFeatureRecord<T> =>
        [
            .. T.Schema.Reasons
                .Select(reason => new ReasonShare<T>(reason, new(told.Count(codes => codes.Contains(reason.CodeText)), told.Count), new(told.Count(codes => codes[0] == reason.CodeText), told.Count)))
                .Where(share => share.Stated.Count > 0)
                .OrderByDescending(share => share.Stated.Count).ThenBy(share => share.Reason.Index),
        ];

    /// <summary>How often each cause refuses, of so many people with an adverse decision.</summary>
    public static ImmutableArray<RefusalShare> OfCauses<T>(IEnumerable<ReasonStatement<T>> statements, int adverse)
        where T : IFeatureRecord<T> =>
        [
            .. statements.OfType<ReasonsRefused<T>>()
                .Where(refused => refused.Cause != RefusalCause.NotAdverse)
                .GroupBy(refused => refused.Cause)
                .OrderBy(group => group.Key)
                .Select(group => new RefusalShare(group.Key, new(group.Count(), adverse), group.First().Explanation)),
        ];

    /// <summary>How the shares have changed since.</summary>
    public static ImmutableArray<ReasonDrift<T>> Drift<T>(ReasonReport<T> earlier, ImmutableArray<ReasonShare<T>> now, int people)
        where T : IFeatureRecord<T> =>
        [
            .. T.Schema.Reasons
                .Select(reason => new ReasonDrift<T>(reason, Of(earlier.Codes, reason, earlier.Told), Of(now, reason, people)))
                .Where(drift => drift.Before.Count + drift.Now.Count > 0),
        ];

    private static Proportion Of<T>(ImmutableArray<ReasonShare<T>> shares, Reason<T> reason, int people)
        where T : IFeatureRecord<T> => new(shares.FirstOrDefault(share => share.Reason.CodeText == reason.CodeText)?.Stated.Count ?? 0, people);
}
