using System.Globalization;

namespace TypedExplain.Decisions.Reasons.References;

/// <summary>The people of a reference as one model scores them, and where their numbers lie.</summary>
internal sealed class ReferenceGroup<T>
    where T : IFeatureRecord<T>
{
    /// <summary>With fewer people, means are mostly chance.</summary>
    public const int FewPeople = 30;

    private readonly Lazy<double[]> _means;
    private readonly Lazy<ReferenceIdentity> _identity;

    public ReferenceGroup(Reference<T> reference, WeightedRows<T> rows)
    {
        Rows = rows;
        _means = new(() => MeansOf(rows));
        _identity = new(() => new(reference.Method, reference.Cutoff, reference.Band, rows.Count, rows.Sha256));
    }

    /// <summary>The people.</summary>
    public WeightedRows<T> Rows { get; }

    /// <summary>For each feature the weighted mean of its first column over the people who have a value; NaN where none has.</summary>
    public double[] Means => _means.Value;

    /// <summary>Who they are.</summary>
    public ReferenceIdentity Identity => _identity.Value;

    /// <summary>What is to be said where they are few; null where they are not.</summary>
    public string? Warning => Rows.Count >= FewPeople ? null
        : string.Create(CultureInfo.InvariantCulture, $"the reference has {Rows.Count} people; with fewer than {FewPeople} the reasons depend on who they happen to be");

    private static double[] MeansOf(WeightedRows<T> rows)
    {
        double[] means = new double[T.Schema.Features.Length];
        foreach (Feature<T> feature in T.Schema.Features)
        {
            double sum = 0, weight = 0, origin = double.NaN;
            for (int row = 0; row < rows.Count; row++)
            {
                ReadOnlySpan<double> columns = rows.Rows.Encoded[row];
                if (!feature.IsPresent(columns))
                    continue;

                // From the first value on, so that the mean of equal values is exactly that value.
                if (double.IsNaN(origin))
                    origin = columns[feature.Column];
                sum += rows.Weights[row] * (columns[feature.Column] - origin);
                weight += rows.Weights[row];
            }

            means[feature.Index] = origin + (sum / weight);
        }

        return means;
    }
}
