namespace TypedExplain.Models.Forests;

/// <summary>
/// Numbers that the trees of a forest ask about behind the columns of an encoded row: each is made of one feature, where a model
/// takes what is missing for another number, or asks whether a category is in a set.
/// </summary>
internal abstract class DerivedColumns
{
    /// <summary>How many there are; the first one's column is the one behind the last of an encoded row.</summary>
    public abstract int Count { get; }

    /// <summary>Position of the feature that one is made of.</summary>
    /// <param name="derived">Which, from 0.</param>
    public abstract int FeatureOf(int derived);

    /// <summary>The number; infinite where missing values go a way of their own, never NaN.</summary>
    /// <param name="derived">Which, from 0.</param>
    /// <param name="row">The columns of an encoded row.</param>
    public abstract double Value(int derived, ReadOnlySpan<double> row);

    /// <summary>What one is, so that forests of which one derives other numbers have other digests.</summary>
    /// <param name="derived">Which, from 0.</param>
    public abstract string Describe(int derived);

    /// <summary>Writes rows with the derived numbers behind their own.</summary>
    /// <param name="rows">The encoded rows, one after the other.</param>
    /// <param name="columns">Numbers in an encoded row.</param>
    /// <param name="whole">Where they go; each row has <see cref="Count"/> numbers more.</param>
    public void Write(ReadOnlySpan<double> rows, int columns, Span<double> whole)
    {
        for (; !rows.IsEmpty; rows = rows[columns..])
        {
            ReadOnlySpan<double> row = rows[..columns];
            row.CopyTo(whole);
            for (int derived = 0; derived < Count; derived++)
                whole[columns + derived] = Value(derived, row);
            whole = whole[(columns + Count)..];
        }
    }
}
