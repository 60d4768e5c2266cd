using System.Collections.Immutable;
using System.Globalization;

namespace TypedExplain.ML.Features;

/// <summary>What fills a column of a file's model: a column of an encoded row, or the number of a category.</summary>
/// <param name="Feature">The feature that it is of.</param>
/// <param name="Column">The column of the encoded row; the feature's first one where codes tell.</param>
internal sealed record ColumnSource<T>(Feature<T> Feature, int Column)
    where T : IFeatureRecord<T>
{
    /// <summary>For each category the number that the file has for it, NaN where it has none; empty where the column is the number.</summary>
    public ImmutableArray<double> Codes { get; init; } = [];

    /// <summary>The columns of which one is 1 where the value is missing and the file's model sees that.</summary>
    public ImmutableArray<int> Flags { get; init; } = [];

    /// <summary>Whether the number can be missing.</summary>
    public bool MayMiss => !Flags.IsEmpty || Codes.Any(double.IsNaN);

    /// <summary>The number that the file's model sees; NaN where it is missing.</summary>
    /// <param name="row">The columns of an encoded row.</param>
    public double Read(ReadOnlySpan<double> row)
    {
        foreach (int flag in Flags)
        {
            if (row[flag] != 0)
                return double.NaN;
        }

        if (Codes.IsEmpty)
            return row[Column];
        return Codes[Feature.Kind == FeatureKind.Category ? Feature.CategoryIn(row) : (int)row[Column]];
    }

    /// <summary>What it is, as text.</summary>
    public string Describe() => string.Create(CultureInfo.InvariantCulture, $"{Column}|{string.Join(' ', Codes.Select(code => code.ToString("R", CultureInfo.InvariantCulture)))}|{string.Join(' ', Flags)}");
}
