using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Testing.Reasons;

namespace TypedExplain.Testing;

public static partial class ExplanationAssert
{
    /// <summary>An explanation is as good as a standard asks for.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="explanation">The explanation.</param>
    /// <param name="standard">The standard.</param>
    /// <exception cref="ExplanationAssertException">It is not; the message has what <see cref="Explanation{T}.Missed(ExplanationStandard)"/> says.</exception>
    /// <exception cref="InvalidOptionException">The standard is outside what it may be.</exception>
    public static void MeetsStandard<T>(Explanation<T> explanation, ExplanationStandard standard)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(explanation);
        MeetsStandard([explanation], standard);
    }

    /// <summary>At least a share of explanations is as good as a standard asks for.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="explanations">The explanations; at least one.</param>
    /// <param name="standard">The standard.</param>
    /// <param name="minimumShare">The share that must meet it, from 0 to 1.</param>
    /// <exception cref="ExplanationAssertException">Fewer do; the message has what <see cref="Explanation{T}.Missed(ExplanationStandard)"/> says of them.</exception>
    /// <exception cref="InvalidOptionException">The standard or the share is outside what it may be.</exception>
    /// <exception cref="InvalidDatasetException">There is no explanation.</exception>
    public static void MeetsStandard<T>(IReadOnlyList<Explanation<T>> explanations, ExplanationStandard standard, [OptionRange(AtLeast = 0, AtMost = 1)] double minimumShare = 1)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(explanations);
        ArgumentNullException.ThrowIfNull(standard);
        Given.Share(minimumShare, nameof(minimumShare), nameof(MeetsStandard));
        Given.Any(explanations.Count, "explanations", nameof(MeetsStandard));
        List<string> fallingShort = [];
        for (int row = 0; row < explanations.Count; row++)
        {
            ImmutableArray<string> missed = Own(explanations, row).Missed(standard);
            if (!missed.IsEmpty)
                fallingShort.Add($"{InstanceText.Of(row, explanations[row].Instance)}: {string.Join("; ", missed)}");
        }

        Share met = new(explanations.Count - fallingShort.Count, explanations.Count);
        if (met.Value >= minimumShare)
            return;
        throw new ExplanationAssertException(string.Create(
            CultureInfo.InvariantCulture,
            $"The standard ({standard}) is met by {met}; at least {100 * minimumShare:0.###} % must meet it.{InstanceText.Lines(fallingShort)}\nDraw more samples or nearer ones (Samples, Radius), or let a Certifier draw until it is met and refuse the rest."));
    }
}
