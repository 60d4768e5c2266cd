using System.Numerics;

namespace TypedExplain.Training.Kernels;

/// <summary>Memory of one worker that grows to the largest use of it and is used again.</summary>
internal sealed class Scratch<TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private TNumber[] _values = [];

    /// <summary>The first numbers of the block; what they hold is what was last written there.</summary>
    public Span<TNumber> Take(int length) => TakeMemory(length).Span;

    /// <summary>The same, to be kept or handed to other threads.</summary>
    public Memory<TNumber> TakeMemory(int length)
    {
        if (_values.Length < length)
            _values = new TNumber[length];
        return _values.AsMemory(0, length);
    }
}
