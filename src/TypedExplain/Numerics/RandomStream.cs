using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using TypedExplain.Numerics;
using TypedExplain.Numerics.Lanes;

namespace TypedExplain;

/// <summary>
/// An endless, indexed row of random numbers that is a pure function of its key. Streams have no state: any element
/// can be asked for at any time, on any thread, and is the same on every machine.
/// </summary>
/// <remarks>
/// Philox 4×32-10. Element i comes from counter <c>8·(i/16) + i%8</c>; the first eight of sixteen elements take the
/// first half of their counter's bits, the other eight the second half.
/// </remarks>
public readonly struct RandomStream : IEquatable<RandomStream>
{
    /// <summary>Elements that are made together; a fill starts at a multiple of it.</summary>
    public const int BlockLength = 16;

    private readonly ulong _key;
    private readonly ulong _high;

    /// <summary>The least multiple of <see cref="BlockLength"/> that so many elements fit in.</summary>
    internal static int WholeBlocks(int elements) => (elements + BlockLength - 1) / BlockLength * BlockLength;

    private RandomStream(ulong key, ulong high) => (_key, _high) = (key, high);

    /// <summary>The stream of a seed and a purpose; streams of different purposes are independent.</summary>
    /// <param name="seed">The user's seed.</param>
    /// <param name="purpose">What the numbers are for.</param>
    public RandomStream(int seed, string purpose)
        : this(Hash64.Add(0, (uint)seed), Hash64.Of(purpose ?? throw new ArgumentNullException(nameof(purpose))))
    {
    }

    /// <summary>An independent stream for a part of the work: a feature, an environment, a tree.</summary>
    /// <param name="part">Which part.</param>
    public RandomStream For(int part) => For((ulong)(uint)part);

    /// <summary>An independent stream for an instance, keyed by its own content.</summary>
    /// <param name="content">The encoded instance.</param>
    public RandomStream For(ReadOnlySpan<double> content) => For(Hash64.Of(content));

    /// <summary>An independent stream for a text.</summary>
    internal RandomStream For(string text) => For(Hash64.Of(text));

    /// <summary>An independent stream for an image.</summary>
    internal RandomStream For(ReadOnlySpan<float> image) => For(Hash64.Of(image));

    /// <summary>64 random bits.</summary>
    /// <param name="index">Which element, from 0.</param>
    public ulong Bits(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        (ulong first, ulong second) = Philox.Block(((ulong)index / BlockLength * 8) + ((ulong)index % 8), _high, _key);
        return index % BlockLength < 8 ? first : second;
    }

    /// <summary>A uniform number in [0, 1).</summary>
    /// <param name="index">Which element, from 0.</param>
    public double Uniform(long index) => ToUniform(Bits(index));

    /// <summary>A whole number from 0 to <paramref name="count"/> − 1, each as likely.</summary>
    /// <param name="index">Which element, from 0.</param>
    /// <param name="count">How many numbers there are to choose from.</param>
    public int Choose(long index, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return ToChoice(Bits(index), count);
    }

    /// <summary>Fills a span with the bits of the elements from 0 on.</summary>
    /// <param name="bits">Where they go; a multiple of <see cref="BlockLength"/> elements.</param>
    internal void FillBits(Span<ulong> bits) => FillBlocks<Bare>(0, MemoryMarshal.Cast<ulong, double>(bits));

    /// <summary>Fills a span with what <see cref="Choose"/> gives.</summary>
    /// <param name="first">The element that comes first; a multiple of <see cref="BlockLength"/>.</param>
    /// <param name="count">How many numbers there are to choose from.</param>
    /// <param name="choices">Where the numbers go.</param>
    [SkipLocalsInit]
    internal void FillChoices(long first, int count, Span<int> choices)
    {
        Span<ulong> bits = stackalloc ulong[16 * BlockLength];
        for (; choices.Length > 0; choices = choices[Math.Min(bits.Length, choices.Length)..], first += bits.Length)
        {
            FillBlocks<Bare>(first, MemoryMarshal.Cast<ulong, double>(bits));
            Span<int> own = choices[..Math.Min(bits.Length, choices.Length)];
            for (int i = 0; i < own.Length; i++)
                own[i] = ToChoice(bits[i], count);
        }
    }

    /// <summary>Fills a span with uniform numbers in [0, 1).</summary>
    /// <param name="first">The element that comes first; a multiple of <see cref="BlockLength"/>.</param>
    /// <param name="values">Where the numbers go.</param>
    [SkipLocalsInit]
    public void FillUniform(long first, Span<double> values)
    {
        RequireBlockStart(first);
        int whole = values.Length - (values.Length % BlockLength);
        FillBlocks<Shares>(first, values[..whole]);
        if (whole == values.Length)
            return;
        Span<double> block = stackalloc double[BlockLength];
        FillBlocks<Shares>(first + whole, block);
        block[..(values.Length - whole)].CopyTo(values[whole..]);
    }

    /// <summary>Fills a span with standard normal numbers (Box and Muller).</summary>
    /// <param name="first">The element that comes first; a multiple of <see cref="BlockLength"/>.</param>
    /// <param name="values">Where the numbers go.</param>
    [SkipLocalsInit]
    public void FillNormal(long first, Span<double> values)
    {
        RequireBlockStart(first);
        int whole = values.Length - (values.Length % BlockLength);
        FillBlocks<Shares>(first, values[..whole]);
        BoxMuller.Apply(values[..whole]);
        if (whole == values.Length)
            return;
        Span<double> block = stackalloc double[BlockLength];
        FillBlocks<Shares>(first + whole, block);
        BoxMuller.Apply(block);
        block[..(values.Length - whole)].CopyTo(values[whole..]);
    }

    /// <summary>Whether both streams give the same numbers.</summary>
    /// <param name="other">Another stream.</param>
    public bool Equals(RandomStream other) => _key == other._key && _high == other._high;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RandomStream other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_key, _high);

    /// <summary>Whether two streams give the same numbers.</summary>
    /// <param name="left">A stream.</param>
    /// <param name="right">Another stream.</param>
    public static bool operator ==(RandomStream left, RandomStream right) => left.Equals(right);

    /// <summary>Whether two streams differ.</summary>
    /// <param name="left">A stream.</param>
    /// <param name="right">Another stream.</param>
    public static bool operator !=(RandomStream left, RandomStream right) => !left.Equals(right);

    private RandomStream For(ulong word) => new(Hash64.Add(_key, word), Hash64.Add(_high, ~word));

    private static void RequireBlockStart(long first)
    {
        if (first < 0 || first % BlockLength != 0)
            throw new ArgumentOutOfRangeException(nameof(first), first, $"A fill starts at a multiple of {BlockLength}.");
    }

    private void FillBlocks<TForm>(long first, Span<double> values)
        where TForm : struct, IForm
    {
        if (values.IsEmpty)
            return;
        if (Vector512.IsHardwareAccelerated)
            FillBlocks<EightLanes, TForm>(first, values);
        else
            FillBlocks<TwoLanes<FourLanes>, TForm>(first, values);
    }

    /// <summary>Fills whole blocks: the halves of a counter's bits make an element of either half of the block.</summary>
    /// <remarks>Inlined into generated code, its vectors would exceed what the JIT inlines in turn, and become calls.</remarks>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void FillBlocks<TLanes, TForm>(long first, Span<double> values)
        where TLanes : struct, ILanes<TLanes>
        where TForm : struct, IForm
    {
        ulong low = (ulong)first / BlockLength * 8, high = _high;
        Span<ulong> keys = stackalloc ulong[Philox.KeyLength];
        Philox.FillKeys(_key, keys);
        ref ulong key = ref MemoryMarshal.GetReference(keys);
        ref double to = ref MemoryMarshal.GetReference(values);
        for (int i = 0; i < values.Length; i += BlockLength, low += 8)
        {
            (TLanes a, TLanes b) = Philox.Blocks<TLanes>(low, high, in key);
            TLanes.Store(TForm.Of(a), ref to, (nuint)i);
            TLanes.Store(TForm.Of(b), ref to, (nuint)i + 8);
        }
    }

    /// <summary>A whole number from 0 to <paramref name="count"/> − 1 of random bits.</summary>
    internal static int ToChoice(ulong bits, int count) => (int)Math.BigMul(bits, (ulong)count, out _);

    // The upper 52 bits as the mantissa of a number in [1, 2), less 1.
    internal static double ToUniform(ulong bits) =>
        BitConverter.UInt64BitsToDouble((bits >> 12) | 0x3FF0_0000_0000_0000) - 1.0;

    /// <summary>What is made of 64 random bits.</summary>
    private interface IForm
    {
        static abstract TLanes Of<TLanes>(TLanes bits)
            where TLanes : struct, ILanes<TLanes>;
    }

    /// <summary>The bits themselves.</summary>
    private readonly struct Bare : IForm
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Of<TLanes>(TLanes bits)
            where TLanes : struct, ILanes<TLanes> => bits;
    }

    /// <summary>A uniform number in [0, 1).</summary>
    private readonly struct Shares : IForm
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Of<TLanes>(TLanes bits)
            where TLanes : struct, ILanes<TLanes> => ((bits >>> 12) | TLanes.OfBits(0x3FF0_0000_0000_0000)) - TLanes.Of(1);
    }
}
