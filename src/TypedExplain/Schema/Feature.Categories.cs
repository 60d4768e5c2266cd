using TypedExplain.Generated;
using TypedExplain.Schema.Values;

namespace TypedExplain;

public sealed partial class Feature<T>
{
    /// <summary>Writes a category into the feature's own columns.</summary>
    /// <param name="category">Position of the category.</param>
    /// <param name="columns">The columns of the feature only.</param>
    internal void WriteCategory(int category, Span<double> columns)
    {
        switch (Encoding)
        {
            case CategoryEncoding.OneHot:
                Cell.FromCategory(category, columns);
                break;
            case CategoryEncoding.Binary:
                BinaryCode.Write(category, columns);
                break;
            default:
                columns[0] = Encoding == CategoryEncoding.Given ? Codes[category] : category;
                break;
        }
    }

    /// <summary>The position of the category in the feature's own columns; the nearest where they hold none exactly.</summary>
    /// <param name="columns">The columns of the feature only.</param>
    internal int ReadCategory(ReadOnlySpan<double> columns) => Encoding switch
    {
        CategoryEncoding.OneHot => Cell.ToCategory(columns),
        CategoryEncoding.Binary => Math.Min(BinaryCode.Read(columns), Categories.Length - 1),
        CategoryEncoding.Code => Cell.ToRank(columns[0], Categories.Length),
        _ => NearestCode(columns[0]),
    };

    /// <summary>The position of the category in an encoded row of the record.</summary>
    internal int CategoryIn(ReadOnlySpan<double> row) => ReadCategory(row.Slice(Column, ColumnCount));

    private int NearestCode(double value)
    {
        int nearest = 0;
        for (int i = 1; i < Codes.Length; i++)
        {
            if (Math.Abs(Codes[i] - value) < Math.Abs(Codes[nearest] - value))
                nearest = i;
        }

        return nearest;
    }
}
