using System.Collections.Immutable;
using TypedExplain.Surrogates.Coalitions;

namespace TypedExplain;

/// <summary>
/// Makes rows legal of which a value and whether there is one come from different records. Where there is none, what is
/// known of the value has no part; where there is one and the background row has none to give, the next row that has one
/// gives it.
/// </summary>
internal readonly ref struct MissingPlayers<T>(Dataset<T> background, ReadOnlySpan<double> instance, ImmutableArray<Feature<T>> players)
    where T : IFeatureRecord<T>
{
    private readonly ReadOnlySpan<double> _instance = instance;

    /// <summary>Makes the rows of a coalition legal.</summary>
    /// <param name="coalition">The players that have the instance's values.</param>
    /// <param name="rows">The background with these values.</param>
    public void Legalize(ReadOnlySpan<ulong> coalition, Span<double> rows)
    {
        int columns = _instance.Length;
        for (int row = 0; row < background.Count; row++)
        {
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

        if (!IsMissing(missing, background.Encoded[row]))
            return;
        ReadOnlySpan<double> donor = Donor(missing, row);
        foreach (Feature<T> feature in covered)
        {
            if (!IsKnown(feature, coalition))
                donor.Slice(feature.Column, feature.ColumnCount).CopyTo(own[feature.Column..]);
        }
    }

    /// <summary>The next background row that has a value; the instance where none has.</summary>
    private ReadOnlySpan<double> Donor(Feature<T> missing, int row)
    {
        for (int next = 1; next < background.Count; next++)
        {
            ReadOnlySpan<double> other = background.Encoded[(row + next) % background.Count];
            if (!IsMissing(missing, other))
                return other;
        }

        return _instance;
    }

    private bool IsKnown(Feature<T> feature, ReadOnlySpan<ulong> coalition)
    {
        int player = players.IndexOf(feature);
        return player >= 0 && CoalitionSet.Has(coalition, player);
    }

    private static bool IsMissing(Feature<T> missing, ReadOnlySpan<double> row) => row[missing.Column] == 1 || !missing.IsPresent(row);
}
