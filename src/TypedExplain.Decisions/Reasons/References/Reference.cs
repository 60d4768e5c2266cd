using System.Globalization;

namespace TypedExplain.Decisions;

/// <summary>
/// The people a person is compared with to find the principal reasons. What is a reason depends on them: an income may be low
/// beside those who were just accepted, and not beside all who applied.
/// </summary>
public static class Reference
{
    /// <summary>The applicants whose score lies from the cutoff to the cutoff and the band, on the favorable side, both ends in, whatever rounding makes of them.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="applicants">Applicants of the past, whatever became of them.</param>
    /// <param name="cutoff">The score from which the decision is favorable.</param>
    /// <param name="band">How far into the favorable side, in units of the score; 0 or more.</param>
    /// <exception cref="InvalidOptionException">The cutoff is not a finite number, or the band is negative or not finite.</exception>
    public static Reference<T> AtCutoff<T>(WeightedRows<T> applicants, double cutoff, [OptionRange(AtLeast = 0, Below = double.PositiveInfinity)] double band)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(applicants);
        if (!double.IsFinite(cutoff))
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"cutoff of the reference is {cutoff}; it must be the finite score from which the decision is favorable."));
        if (!(band >= 0 && double.IsFinite(band)))
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"band of the reference is {band}; it must be 0 or more, in units of the score. On which side of the cutoff it lies follows from Favorable."));
        return new(ReferenceMethod.AtCutoff, applicants, cutoff, band);
    }

    /// <summary>The applicants whose score lies from the cutoff to the cutoff and the band, on the favorable side, both ends in, whatever rounding makes of them.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="applicants">Applicants of the past, whatever became of them.</param>
    /// <param name="cutoff">The score from which the decision is favorable.</param>
    /// <param name="band">How far into the favorable side, in units of the score; 0 or more.</param>
    /// <exception cref="InvalidOptionException">The cutoff is not a finite number, or the band is negative or not finite.</exception>
    public static Reference<T> AtCutoff<T>(Dataset<T> applicants, double cutoff, [OptionRange(AtLeast = 0, Below = double.PositiveInfinity)] double band)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(applicants);
        return AtCutoff((WeightedRows<T>)applicants, cutoff, band);
    }

    /// <summary>All applicants. The cutoff of the decision is then an option of <see cref="PrincipalReasons{T}"/>.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="applicants">Applicants of the past, whatever became of them.</param>
    public static Reference<T> AllApplicants<T>(WeightedRows<T> applicants)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(applicants);
        return new(ReferenceMethod.AllApplicants, applicants, null, null);
    }

    /// <summary>All applicants. The cutoff of the decision is then an option of <see cref="PrincipalReasons{T}"/>.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="applicants">Applicants of the past, whatever became of them.</param>
    public static Reference<T> AllApplicants<T>(Dataset<T> applicants)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(applicants);
        return AllApplicants((WeightedRows<T>)applicants);
    }
}
