using System.Globalization;

namespace TypedExplain.Decisions;

/// <summary>Which people a statement compared the person with, so that it can be checked later. Immutable.</summary>
public sealed record ReferenceIdentity
{
    internal ReferenceIdentity(ReferenceMethod method, double? cutoff, double? band, int count, string sha256) =>
        (Method, Cutoff, Band, Count, Sha256) = (method, cutoff, band, count, sha256);

    /// <summary>Which of the applicants they were.</summary>
    public ReferenceMethod Method { get; }

    /// <summary>The score from which the band began; null for all applicants.</summary>
    public double? Cutoff { get; }

    /// <summary>How far the band reached into the favorable side, in units of the score; null for all applicants.</summary>
    public double? Band { get; }

    /// <summary>How many rows of applicants there were.</summary>
    public int Count { get; }

    /// <summary>The SHA-256 of their rows and weights, as <see cref="WeightedRows{T}.Sha256"/> gives it: 64 hexadecimal digits.</summary>
    public string Sha256 { get; }

    /// <summary>How many people, which ones and the first digits of the SHA-256.</summary>
    public override string ToString() => Method == ReferenceMethod.AllApplicants
        ? string.Create(CultureInfo.InvariantCulture, $"all {Count} applicants (SHA-256 {Sha256[..12]}…)")
        : string.Create(CultureInfo.InvariantCulture, $"{Count} applicants from the cutoff {Cutoff} by {Band} into the favorable side (SHA-256 {Sha256[..12]}…)");
}
