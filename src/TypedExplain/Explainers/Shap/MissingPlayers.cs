using TypedExplain.Surrogates.Coalitions;

namespace TypedExplain.Explainers.Shap;

/// <summary>
/// Makes rows records where the instance has a value that a background row lacks: whether there is one and the value are
/// then known apart. Where there is none, what is known of the value has no part; where there is one and the row has none
/// to give, the next row that has one gives it.
/// </summary>
/// <param name="background">The background.</param>
/// <param name="instance">The encoded instance.</param>
/// <param name="playerOf">For each feature its player, −1 where it has none.</param>
internal sealed class MissingPlayers<T>(Dataset<T> background, double[] instance, int[] playerOf)
    where T : IFeatureRecord<T>
{
    private readonly bool[] _lacks = [.. Enumerable.Range(0, background.Count).Select(row => MissingValues<T>.Lacks(background.Encoded[row]))];

    /// <summary>Makes the rows of a coalition records.</summary>
    /// <param name="coalition">The players that have the instance's values.</param>
    /// <param name="rows">The background with these values.</param>
    public void Legalize(ReadOnlySpan<ulong> coalition, Span<double> rows)
    {
        int columns = instance.Length;
        for (int row = 0; row < background.Count; row++)
        {
            // The values of a row that lacks none are taken as they are: what the instance lacks is one player.
            if (!_lacks[row])
                continue;
            Span<double> own = rows.Slice(row * columns, columns);

            // From the outside in: a record that may be missing comes after its features.
            for (int i = T.Schema.Features.Length - 1; i >= 0; i--)
            {
                Feature<T> missing = T.Schema.Features[i];
                if (missing.Kind == FeatureKind.Missing && missing.IsPresent(own))
                    Legalize(missing, row, coalition, own);
            }
        }
    }

    private void Legalize(Feature<T> missing, int row, ReadOnlySpan<ulong> coalition, Span<double> own)
    {
        ReadOnlySpan<Feature<T>> covered = T.Schema.Features.AsSpan().Slice(missing.Index - missing.Covers, missing.Covers);
        if (own[missing.Column] == 1)
        {
            own[covered[0].Column..missing.Column].Clear();
            return;
        }

        if (!MissingValues<T>.IsMissing(missing, background.Encoded[row]))
            return;
        ReadOnlySpan<double> donor = MissingValues<T>.Donor(background, missing, row, instance);
        foreach (Feature<T> feature in covered)
        {
            if (playerOf[feature.Index] is not (>= 0 and int player) || !CoalitionSet.Has(coalition, player))
                donor.Slice(feature.Column, feature.ColumnCount).CopyTo(own[feature.Column..]);
        }
    }
}
