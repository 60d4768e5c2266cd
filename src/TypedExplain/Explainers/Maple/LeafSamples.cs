using TypedExplain.Models;
using TypedExplain.Numerics;
using TypedExplain.Surrogates;

namespace TypedExplain.Explainers.Maple;

/// <summary>
/// The real rows that share a leaf with a query, in interpretable form, with their weights: what MAPLE's local fits are
/// made of. Its memory is borrowed and goes back at the end of its scope.
/// </summary>
internal sealed class LeafSamples<T> : IDisposable
    where T : IFeatureRecord<T>
{
    private readonly Pooled _weights;
    private readonly Pooled _table;
    private readonly Pooled _origin;
    private readonly int _features;
    private readonly int _count;

    /// <summary>Collects the samples of a query.</summary>
    /// <param name="weights">The rows and their forest.</param>
    /// <param name="responses">The model's answer for each row.</param>
    /// <param name="statistics">In what interpretable values are measured.</param>
    /// <param name="query">The encoded query.</param>
    public LeafSamples(LeafWeights<T> weights, ReadOnlySpan<double> responses, FeatureStatistics<T> statistics, ReadOnlySpan<double> query)
    {
        int columns = query.Length;
        _features = T.Schema.Features.Length;
        _weights = new(weights.Rows.Count);
        weights.Of(query, _weights.Span);
        for (int row = 0; row < _weights.Span.Length; row++)
        {
            if (_weights.Span[row] > 0)
                _count++;
            if (_weights.Span[row] > _weights.Span[Heaviest])
                Heaviest = row;
        }

        // Rows of weight 0 are left out, and the query comes last.
        Stride = Moments.Stride(_features + 2);
        _table = new((_count + 1) * Stride);
        _origin = new(_features + 1);
        using Pooled rows = new((_count + 1) * columns);
        int at = 0, heaviest = 0;
        for (int row = 0; at < _count; row++)
        {
            double weight = _weights.Span[row];
            if (weight == 0)
                continue;
            if (row == Heaviest)
                heaviest = at;
            weights.Rows.Encoded[row].CopyTo(rows.Span[(at * columns)..]);
            _table.Span[(at * Stride) + _features] = responses[row];
            _weights.Span[at++] = weight;
        }

        query.CopyTo(rows.Span[(at * columns)..]);
        statistics.Interpret(query, rows.Span, _table.Span, Stride);
        MoveOrigin(heaviest);
    }

    /// <summary>Distance between rows of <see cref="Table"/>.</summary>
    public int Stride { get; }

    /// <summary>The row with the largest weight, among all rows; of equals the first.</summary>
    public int Heaviest { get; }

    /// <summary>Rows [z₁ … z_d, y, 1], measured from <see cref="Origin"/>.</summary>
    public ReadOnlySpan<double> Table => _table.Span[..(_count * Stride)];

    /// <summary>One weight per row of the table, above 0.</summary>
    public ReadOnlySpan<double> Weights => _weights.Span[.._count];

    /// <summary>
    /// What was taken off z₁ … z_d: the values of the heaviest row, so that a feature that does not vary among the samples
    /// is exactly 0 and gets effect 0.
    /// </summary>
    public ReadOnlySpan<double> Origin => _origin.Span[.._features];

    /// <summary>What was taken off y: the model's answer for the heaviest row.</summary>
    public double ResponseOrigin => _origin.Span[_features];

    /// <summary>The query's z₁ … z_d, measured from <see cref="Origin"/>.</summary>
    public ReadOnlySpan<double> Point => _table.Span.Slice(_count * Stride, _features);

    /// <summary>Whether the model gave the same answer for all samples.</summary>
    public bool IsConstant
    {
        get
        {
            for (int at = _features; at < Table.Length; at += Stride)
            {
                if (Table[at] != 0)
                    return false;
            }

            return true;
        }
    }

    /// <summary>How many samples have answers without a place on a scale.</summary>
    public int Count(AnswerScale scale)
    {
        // They count as the ends of the scale, measured as the table is.
        double least = scale.To(0) - ResponseOrigin, most = scale.To(1) - ResponseOrigin;
        int count = 0;
        for (int at = _features; at < Table.Length && !scale.IsIdentity; at += Stride)
            count += Table[at] == least || Table[at] == most ? 1 : 0;
        return count;
    }

    /// <summary>The normal equations of all features.</summary>
    /// <param name="memory">Memory for the result, of <see cref="NormalEquations.MemoryFor(int)"/> numbers.</param>
    public NormalEquations Equations(Span<double> memory)
    {
        using Pooled moments = new(Stride * Stride);
        Moments.Of(Table, Stride, Weights, moments.Span);
        return NormalEquations.From(moments.Span, _features, intercept: true, memory);
    }

    public void Dispose()
    {
        _weights.Dispose();
        _table.Dispose();
        _origin.Dispose();
    }

    private void MoveOrigin(int sample)
    {
        _table.Span.Slice(sample * Stride, _features + 1).CopyTo(_origin.Span);
        for (int row = 0; row <= _count; row++)
        {
            Span<double> own = _table.Span.Slice(row * Stride, _features + 2);
            for (int j = 0; j <= _features; j++)
                own[j] -= _origin.Span[j];
            own[^1] = 1;
        }
    }
}
