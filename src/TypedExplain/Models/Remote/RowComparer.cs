using System.Runtime.InteropServices;

namespace TypedExplain.Models.Remote;

/// <summary>
/// Rows are the same where all bits of their columns are, and where their records have from the same place what no column
/// holds.
/// </summary>
internal sealed class RowComparer<T> : IEqualityComparer<RememberedRow<T>>, IAlternateEqualityComparer<CacheKey<T>, RememberedRow<T>>
    where T : IFeatureRecord<T>
{
    public static RowComparer<T> Instance { get; } = new();

    public bool Equals(RememberedRow<T>? x, RememberedRow<T>? y) => x is not null && y is not null && Equals(x.Key, y);

    public int GetHashCode(RememberedRow<T> row) => GetHashCode(row.Key);

    public bool Equals(CacheKey<T> row, RememberedRow<T> other) =>
        MemoryMarshal.AsBytes(row.Columns).SequenceEqual(MemoryMarshal.AsBytes(other.Columns.AsSpan()))
        && (row.Origin is { } own && other.Origin is { } there ? own.IsSame(there) : row.Origin is null && other.Origin is null);

    public int GetHashCode(CacheKey<T> row)
    {
        HashCode code = default;
        code.AddBytes(MemoryMarshal.AsBytes(row.Columns));
        return code.ToHashCode();
    }

    public RememberedRow<T> Create(CacheKey<T> row) => new(row.Columns.ToArray(), row.Origin);
}
