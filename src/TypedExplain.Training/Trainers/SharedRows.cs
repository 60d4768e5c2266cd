using TypedExplain.Numerics;

namespace TypedExplain.Training.Trainers;

/// <summary>Rows that two data sets have in common, so that what is measured on one of them was learned from.</summary>
internal static class SharedRows
{
    /// <summary>How many rows of one data set are rows of another: equal in every column and in the target.</summary>
    /// <remarks>Columns do not tell texts and images, so of records with some only a data set itself is told.</remarks>
    /// <param name="rows">The rows to count.</param>
    /// <param name="others">The rows to compare them with.</param>
    public static int Count<T>(Dataset<T> rows, Dataset<T> others)
        where T : IFeatureRecord<T>
    {
        if (ReferenceEquals(rows, others))
            return rows.Count;
        if (!T.Schema.Media.IsEmpty)
            return 0;
        HashSet<ulong> known = new(others.Count);
        for (int row = 0; row < others.Count; row++)
            known.Add(Print(others, row));
        int shared = 0;
        for (int row = 0; row < rows.Count; row++)
            shared += known.Contains(Print(rows, row)) ? 1 : 0;
        return shared;
    }

    // 64 well-mixed bits: of millions of rows no two different ones have the same.
    private static ulong Print<T>(Dataset<T> data, int row)
        where T : IFeatureRecord<T> =>
        Hash64.Add(Hash64.Of(data.Encoded[row]), BitConverter.DoubleToUInt64Bits(data.Target?.Values[row] ?? 0));
}
