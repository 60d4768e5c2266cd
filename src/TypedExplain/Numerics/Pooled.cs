using System.Buffers;

namespace TypedExplain.Numerics;

/// <summary>Scratch memory borrowed from the shared pool; it starts as zeros and goes back at the end of its scope.</summary>
internal readonly ref struct Pooled : IDisposable
{
    private readonly double[] _array;
    private readonly int _length;

    public Pooled(int length)
    {
        _array = ArrayPool<double>.Shared.Rent(length);
        _length = length;
        Span.Clear();
    }

    public Span<double> Span => _array.AsSpan(0, _length);

    public void Dispose() => ArrayPool<double>.Shared.Return(_array);
}
