namespace TypedExplain.Quality.Sets;

/// <summary>Thirty numbers; a game of fewer players leaves the last at 0.</summary>
[FeatureRecord]
public readonly partial record struct Thirty(
    double X0, double X1, double X2, double X3, double X4, double X5, double X6, double X7, double X8, double X9,
    double X10, double X11, double X12, double X13, double X14, double X15, double X16, double X17, double X18, double X19,
    double X20, double X21, double X22, double X23, double X24, double X25, double X26, double X27, double X28, double X29)
{
    /// <summary>The first numbers.</summary>
    public static Thirty Of(ReadOnlySpan<double> x)
    {
        Span<double> all = stackalloc double[30];
        all.Clear();
        x.CopyTo(all);
        return new(
            all[0], all[1], all[2], all[3], all[4], all[5], all[6], all[7], all[8], all[9],
            all[10], all[11], all[12], all[13], all[14], all[15], all[16], all[17], all[18], all[19],
            all[20], all[21], all[22], all[23], all[24], all[25], all[26], all[27], all[28], all[29]);
    }
}
