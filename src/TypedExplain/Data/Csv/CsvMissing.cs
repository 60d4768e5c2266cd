using System.Collections.Immutable;

namespace TypedExplain;

/// <summary>Empty cells: a nullable property of one feature has no value where its cell is empty, one of several where all are.</summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class CsvMissing<T>(ImmutableArray<string> words)
    where T : IFeatureRecord<T>
{
    private readonly CsvCell<T>?[] _empty = new CsvCell<T>?[T.Schema.Features.Length];

    /// <summary>Forgets the row before.</summary>
    public void Clear() => Array.Clear(_empty);

    /// <summary>Takes a cell that says that there is no value; gives false for every other.</summary>
    public bool Takes(CsvCell<T> cell, string text, Span<double> columns)
    {
        Feature<T> feature = cell.Feature;
        bool isMissing = T.Schema.IsNullable(feature)
            && (string.IsNullOrWhiteSpace(text) ? !feature.Categories.Contains(text) : words.Contains(text.Trim()));
        if (isMissing)
        {
            _empty[feature.Index] = cell;
            columns.Slice(feature.Column, feature.ColumnCount).Clear();
        }

        return isMissing;
    }

    /// <summary>Sets what is missing, and gives the cells whose value is missing although it may not be.</summary>
    public IEnumerable<CsvCell<T>> Resolve(double[] columns)
    {
        foreach (Feature<T> missing in T.Schema.Features.Where(feature => feature.Kind == FeatureKind.Missing))
        {
            ImmutableArray<Feature<T>> covered = T.Schema.Features.Slice(missing.Index - missing.Covers, missing.Covers);
            bool isMissing = covered.All(feature => feature.Kind == FeatureKind.Missing || _empty[feature.Index] is not null);
            if (isMissing)
                columns.AsSpan(covered[0].Column..missing.Column).Clear();
            columns[missing.Column] = isMissing ? 1 : 0;
        }

        return _empty.OfType<CsvCell<T>>().Where(cell => cell.Feature.IsPresent(columns));
    }

    /// <summary>Checks that a row that is written would be read back as the same.</summary>
    /// <exception cref="InvalidFeatureException">A property has a value of which every cell would be empty.</exception>
    public void RequireKept(CsvCell<T>[] cells, string[] texts, double[] columns)
    {
        if (T.Schema.IsComplete)
            return;
        Clear();
        double[] read = new double[columns.Length];
        for (int i = 0; i < cells.Length; i++)
            Takes(cells[i], texts[i], read);
        foreach (CsvCell<T> _ in Resolve(read))
            continue;

        // The outermost of several.
        if (T.Schema.Features.LastOrDefault(feature => feature.Kind == FeatureKind.Missing && read[feature.Column] != columns[feature.Column]) is { } lost)
            throw InvalidFeatureException.NotTold(lost, isMissing: Cell.ToBoolean(columns[lost.Column]));
    }
}
