using System.Runtime.InteropServices;
using TypedExplain.Decisions.Reasons.References;
using TypedExplain.Generated;

namespace TypedExplain.Decisions.Reasons.Reports.Measures;

/// <summary>Moves the features behind stated reasons to the reference and asks the model again.</summary>
internal sealed class Deletion<T>(IModel<T> model, PrincipalReasons<T> reasons, ReferenceGroup<T> group)
    where T : IFeatureRecord<T>
{
    private int _all, _moved, _flipped;
    private double _sum;

    /// <summary>Adds a person to whom reasons were stated.</summary>
    public void Add(T person, Stated<T> stated, CancellationToken cancellation)
    {
        double[] row = new double[T.Schema.Columns];
        T.Schema.Encode(person, row);
        foreach (Feature<T> feature in stated.Reasons.SelectMany(reason => reason.Features))
            Move(feature, row);
        double score = model.Predict(T.Decode(row, MediaValues.Absent, person), cancellation);
        double sign = reasons.Favorable == FavorableOutcome.High ? 1 : -1, move = sign * (score - stated.Score);
        _all++;
        _moved += move > 0 ? 1 : 0;
        _flipped += sign * (score - stated.Cutoff) >= 0 ? 1 : 0;
        _sum += move;
    }

    /// <summary>The shares.</summary>
    public DeletionTest Result() => new(new(_moved, _all), new(_flipped, _all), _all == 0 ? 0 : _sum / _all);

    private void Move(Feature<T> feature, double[] row)
    {
        if (feature.Kind == FeatureKind.Missing)
        {
            // What was missing is there now, with the values of the reference.
            row[feature.Column] = 0;
            foreach (Feature<T> covered in T.Schema.Features.AsSpan(feature.Index - feature.Covers, feature.Covers))
                Move(covered, row);
        }
        else if (feature.IsNumeric && !double.IsNaN(group.Means[feature.Index]))
        {
            double mean = Math.Clamp(group.Means[feature.Index], feature.Limits.Minimum, feature.Limits.Maximum);
            row[feature.Column] = feature.Kind == FeatureKind.Real ? mean : Math.Round(mean);
        }
        else
        {
            MostFrequent(feature).CopyTo(row.AsSpan(feature.Column, feature.ColumnCount));
        }
    }

    /// <summary>The columns that most of the reference has; of equals those of the first person.</summary>
    private double[] MostFrequent(Feature<T> feature)
    {
        return Enumerable.Range(0, group.Rows.Count)
            .GroupBy(person => Convert.ToHexString(MemoryMarshal.AsBytes(Columns(person))))
            .MaxBy(same => same.Sum(person => group.Rows.Weights[person]))!
            .Select(person => Columns(person).ToArray())
            .First();

        ReadOnlySpan<double> Columns(int person) => group.Rows.Rows.Encoded[person].Slice(feature.Column, feature.ColumnCount);
    }
}
