using System.Runtime.InteropServices;

namespace TypedExplain.Remote;

/// <summary>Rows are the same where all their bits are.</summary>
internal sealed class RowComparer : IEqualityComparer<double[]>, IAlternateEqualityComparer<ReadOnlySpan<double>, double[]>
{
    public static RowComparer Instance { get; } = new();

    public bool Equals(double[]? x, double[]? y) => x is not null && y is not null && Equals(x.AsSpan(), y);

    public int GetHashCode(double[] row) => GetHashCode(row.AsSpan());

    public bool Equals(ReadOnlySpan<double> row, double[] other) => MemoryMarshal.AsBytes(row).SequenceEqual(MemoryMarshal.AsBytes(other.AsSpan()));

    public int GetHashCode(ReadOnlySpan<double> row)
    {
        HashCode code = default;
        code.AddBytes(MemoryMarshal.AsBytes(row));
        return code.ToHashCode();
    }

    public double[] Create(ReadOnlySpan<double> row) => row.ToArray();
}
