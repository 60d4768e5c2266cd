using System.Collections.Frozen;
using System.Collections.Immutable;
using TypedExplain.Generated;

namespace TypedExplain.Data.CsvFiles;

/// <summary>
/// Cells without a value: a nullable property of one feature has none where its cell is empty or one of
/// <see cref="CsvOptions.MissingCells"/>, one of several features where all their cells are.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class CsvMissing<T>(ImmutableArray<string> words)
    where T : IFeatureRecord<T>
{
    private readonly CsvCell<T>?[] _empty = new CsvCell<T>?[T.Schema.Features.Length];

    /// <summary>Forgets the row before.</summary>
    public void Clear() => Array.Clear(_empty);

    private readonly FrozenSet<string> _words = (words.IsDefault || words.Contains(null!) ? throw new InvalidOptionException("MissingCells of the CSV options holds a null, or is no list; give an empty one for none.") : words).Select(word => word.Trim()).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes a cell that says that there is no value; gives false for every other.</summary>
    public bool Takes(CsvCell<T> cell, string text, Span<double> columns)
    {
        Feature<T> feature = cell.Feature;
        bool isMissing = T.Schema.IsNullable(feature)
            && (string.IsNullOrWhiteSpace(text) ? !feature.Categories.Contains(text) : _words.Contains(text.Trim()) && !cell.IsListed(text));
        if (isMissing)
        {
            _empty[feature.Index] = cell;
            columns.Slice(feature.Column, feature.ColumnCount).Clear();
        }

        return isMissing;
    }

    /// <summary>The reason why a cell cannot be read, with what it has to do with missing values.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="reason">Why it cannot be read.</param>
    /// <param name="feature">What it is read as; null for the target.</param>
    public string Explain(string text, string reason, Feature<T>? feature)
    {
        string word = text.Trim();
        if (word.Length == 0)
            return reason;
        if (feature is not null && T.Schema.IsNullable(feature))
            return $"{reason}; if it says that there is no value, add it to MissingCells";
        return !_words.Contains(word) ? reason
            : feature is null ? $"a value is missing, as MissingCells has it; {reason}"
            : $"a value is missing, as MissingCells has it, and the property is not nullable; {reason}";
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
