namespace TypedExplain.Tests.Shap;

/// <summary>Sixteen numbers, for functions of up to so many.</summary>
[FeatureRecord]
public readonly partial record struct Numbers16(
    double X0, double X1, double X2, double X3, double X4, double X5, double X6, double X7,
    double X8, double X9, double X10, double X11, double X12, double X13, double X14, double X15)
{
    public static Numbers16 Of(params ReadOnlySpan<double> x)
    {
        Span<double> all = stackalloc double[16];
        x.CopyTo(all);
        return new(all[0], all[1], all[2], all[3], all[4], all[5], all[6], all[7], all[8], all[9], all[10], all[11], all[12], all[13], all[14], all[15]);
    }

    /// <summary>A model of the first numbers.</summary>
    public static IModel<Numbers16> Model(Func<double[], double> score, int count = 16) => TypedExplain.Model.FromRows<Numbers16>((rows, scores) =>
    {
        for (int row = 0; row < rows.Count; row++)
            scores[row] = score(rows[row][..count].ToArray());
    });
}
