using System.Buffers;

namespace TypedExplain.Numerics;

/// <summary>Scratch memory borrowed from the shared pool; it goes back at the end of its scope.</summary>
internal readonly struct Pooled : IDisposable
{
    /// <summary>
    /// Whether memory goes back to the pool cleared: from when on a schema with protected features is there, so that none of their values stays in
    /// memory that others borrow.
    /// </summary>
    public static bool ClearsReturned { get; set; }

    private readonly double[]? _array;
    private readonly int _length;

    /// <summary>Memory that starts as zeros.</summary>
    public Pooled(int length)
        : this(ArrayPool<double>.Shared.Rent(length), length) => Span.Clear();

    private Pooled(double[] array, int length) => (_array, _length) = (array, length);

    /// <summary>Memory that starts as whatever was in it; for what is written before it is read.</summary>
    public static Pooled Unset(int length) => new(ArrayPool<double>.Shared.Rent(length), length);

    public Span<double> Span => _array.AsSpan(0, _length);

    public Memory<double> Memory => _array.AsMemory(0, _length);

    public void Dispose()
    {
        if (_array is not null)
            ArrayPool<double>.Shared.Return(_array, ClearsReturned);
    }
}
