namespace TypedExplain.Tests.Support;

/// <summary>Smooth, nonlinear models of any record, from additions and products alone: the same bits everywhere.</summary>
internal static class Analytic
{
    /// <summary>Σ over columns of a_j·x_j/(1+|x_j|) and products of neighbors, squashed to (0, 1).</summary>
    public static IModel<T> Smooth<T>()
        where T : IFeatureRecord<T> => Model.FromRows<T>((rows, scores) =>
        {
            for (int row = 0; row < rows.Count; row++)
            {
                ReadOnlySpan<double> x = rows[row];
                double z = 0;
                for (int j = 0; j < x.Length; j++)
                {
                    double bent = x[j] / (1 + Math.Abs(x[j]));
                    z += (j % 2 == 0 ? 1 : -1) * (1 + (j % 7)) * bent / 4;
                    if (j > 0)
                        z += ((j % 3) - 1) * bent * x[j - 1] / (1 + Math.Abs(x[j - 1]));
                }

                scores[row] = 0.5 + (z / (2 * (1 + Math.Abs(z))));
            }
        });

    /// <summary>Σ w_j·x_j + constant over encoded columns.</summary>
    public static IModel<T> Linear<T>(double[] weights, double constant)
        where T : IFeatureRecord<T> => Model.FromRows<T>((rows, scores) =>
        {
            for (int row = 0; row < rows.Count; row++)
            {
                scores[row] = constant;
                for (int j = 0; j < weights.Length; j++)
                    scores[row] += weights[j] * rows[row][j];
            }
        });
}
