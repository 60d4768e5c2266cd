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

    [ThreadStatic]
    private static long s_borrowed;

    [ThreadStatic]
    private static long s_most;

    private readonly double[]? _array;
    private readonly int _length;

    /// <summary>Memory that starts as zeros.</summary>
    public Pooled(int length)
        : this(ArrayPool<double>.Shared.Rent(length), length) => Span.Clear();

    private Pooled(double[] array, int length)
    {
        (_array, _length) = (array, length);
        s_borrowed += length;
        s_most = Math.Max(s_most, s_borrowed);
    }

    /// <summary>The most numbers that this thread has held borrowed at a time since <see cref="Measure"/>.</summary>
    public static long Most => s_most;

    /// <summary>Begins to measure anew; gives what this thread holds now.</summary>
    public static long Measure() => s_most = s_borrowed;

    /// <summary>Memory that starts as whatever was in it; for what is written before it is read.</summary>
    public static Pooled Unset(int length) => new(ArrayPool<double>.Shared.Rent(length), length);

    public Span<double> Span => _array.AsSpan(0, _length);

    public Memory<double> Memory => _array.AsMemory(0, _length);

    public void Dispose()
    {
        if (_array is null)
            return;
        s_borrowed -= _length;
        ArrayPool<double>.Shared.Return(_array, ClearsReturned);
    }
}
