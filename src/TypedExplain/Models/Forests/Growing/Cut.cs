namespace TypedExplain.Models.Forests.Growing;

/// <summary>The best place to cut the bins of one column in two.</summary>
/// <param name="Gain">
/// What the cut is worth; larger is better. Of two cuts of one node the difference is that of their impurity
/// decreases, times the draws of the node; the gain itself has another zero.
/// </param>
/// <param name="Lower">The last bin of the left side that holds rows.</param>
/// <param name="Upper">The first bin of the right side that holds rows.</param>
internal readonly record struct Cut(double Gain, int Lower, int Upper)
{
    // Sums of the same rows in another order differ by about this much, relatively.
    private const double Rounding = 1e-12;

    /// <summary>No cut is allowed.</summary>
    public static Cut None { get; } = new(double.NegativeInfinity, -1, -1);

    /// <summary>Whether the cut is worth more than one that was found before it, by more than rounding.</summary>
    public bool IsBetterThan(Cut earlier) => IsMore(Gain, earlier.Gain);

    /// <summary>Whether a gain, never negative, is more than one that was found before it, by more than rounding.</summary>
    public static bool IsMore(double gain, double earlier) => gain > earlier * (1 + Rounding);
}
