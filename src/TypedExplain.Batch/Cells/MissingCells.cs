using System.Collections.Immutable;

namespace TypedExplain.Batch.Cells;

/// <summary>
/// Cells without a value: a nullable property of one feature has none where its cell is null, one of several features where all
/// their cells are.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class MissingCells<T>
    where T : IFeatureRecord<T>
{
    private static readonly Feature<T>[] s_missing = [.. T.Schema.Features.Where(feature => feature.Kind == FeatureKind.Missing)];

    private readonly bool[] _isNull = new bool[T.Schema.Features.Length];
    private bool _hasNull;

    /// <summary>Forgets the row before.</summary>
    public void Clear()
    {
        if (_hasNull)
            Array.Clear(_isNull);
        _hasNull = false;
    }

    /// <summary>Takes a cell without a value.</summary>
    public void Add(Feature<T> feature, Span<double> columns)
    {
        _hasNull = _isNull[feature.Index] = true;
        columns.Slice(feature.Column, feature.ColumnCount).Clear();
    }

    /// <summary>Sets what is missing.</summary>
    public void Resolve(Span<double> columns)
    {
        foreach (Feature<T> missing in s_missing)
            columns[missing.Column] = _hasNull && IsMissing(missing, columns) ? 1 : 0;
    }

    /// <summary>The features whose value is missing although it may not be.</summary>
    public IEnumerable<Feature<T>> Wrong(ReadOnlySpan<double> columns)
    {
        List<Feature<T>> wrong = [];
        if (!_hasNull)
            return wrong;
        foreach (Feature<T> feature in TableHeader<T>.Features)
        {
            if (_isNull[feature.Index] && feature.IsPresent(columns))
                wrong.Add(feature);
        }

        return wrong;
    }

    private bool IsMissing(Feature<T> missing, Span<double> columns)
    {
        ImmutableArray<Feature<T>> covered = T.Schema.Features.Slice(missing.Index - missing.Covers, missing.Covers);
        foreach (Feature<T> feature in covered)
        {
            if (feature.Kind != FeatureKind.Missing && !_isNull[feature.Index])
                return false;
        }

        columns[covered[0].Column..missing.Column].Clear();
        return true;
    }
}
