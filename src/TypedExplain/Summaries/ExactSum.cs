using System.Numerics;

namespace TypedExplain.Summaries;

/// <summary>
/// An exact sum of magnitudes: a whole number of units of 2⁻¹⁰⁷⁴, the smallest double, with as many words as it needs. Whole
/// numbers add up to the same in any order, so it has the same bits however it was made.
/// </summary>
internal struct ExactSum
{
    /// <summary>The binary logarithm of the unit, with its sign changed.</summary>
    public const int UnitExponent = 1074;

    // 2^1102 and more, which only squares reach, counts as infinite.
    private const int MostWords = 34;

    /// <summary>How many bits a sum has at most.</summary>
    public const int MostBits = 64 * MostWords;

    private const int MantissaBits = 52;
    private const ulong MantissaMask = (1UL << MantissaBits) - 1;

    private ulong[]? _words;
    private int _first;

    /// <summary>Whether the sum is too large; then it stays so.</summary>
    public bool IsInfinite { get; private set; }

    /// <summary>A sum that is too large.</summary>
    public static ExactSum Infinite => new() { IsInfinite = true };

    /// <summary>A sum by its units.</summary>
    /// <param name="units">Not below 0, and with at most <see cref="MostBits"/> bits.</param>
    public static ExactSum OfUnits(BigInteger units)
    {
        ExactSum sum = default;
        for (int word = 0; !units.IsZero; word++, units >>= 64)
            sum.AddWord((ulong)(units & ulong.MaxValue), word);
        return sum;
    }

    /// <summary>Adds the magnitude of a finite number.</summary>
    public void Add(double value)
    {
        (ulong mantissa, int shift) = Parts(value);
        Add(0, mantissa, shift);
    }

    /// <summary>Adds the square of a finite number, without what is below the unit.</summary>
    public void AddSquare(double value)
    {
        (ulong mantissa, int shift) = Parts(value);
        ulong high = Math.BigMul(mantissa, mantissa, out ulong low);
        shift = (2 * shift) - UnitExponent;
        if (shift <= -128)
            return;
        if (shift < 0)
        {
            UInt128 above = new UInt128(high, low) >> -shift;
            (high, low, shift) = ((ulong)(above >> 64), (ulong)above, 0);
        }

        Add(high, low, shift);
    }

    /// <summary>Adds another sum.</summary>
    public void Add(in ExactSum other)
    {
        IsInfinite |= other.IsInfinite;
        for (int i = 0; i < (other._words?.Length ?? 0); i++)
        {
            if (other._words![i] != 0)
                AddWord(other._words[i], other._first + i);
        }
    }

    /// <summary>The sum in units.</summary>
    public readonly BigInteger InUnits() => _words is null ? BigInteger.Zero
        : new BigInteger(System.Runtime.InteropServices.MemoryMarshal.AsBytes(LittleEndian()), isUnsigned: true) << (64 * _first);

    private readonly ReadOnlySpan<ulong> LittleEndian()
    {
        if (BitConverter.IsLittleEndian)
            return _words;
        ulong[] turned = new ulong[_words!.Length];
        System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(_words, turned);
        return turned;
    }

    /// <summary>Adds a number of two words, shifted to the left.</summary>
    private void Add(ulong high, ulong low, int shift)
    {
        int word = shift >> 6, offset = shift & 63;

        // Shifts by 64 do nothing in this language, so a part that moves up goes in two steps.
        ulong first = low << offset, second = (high << offset) | (low >> 1 >> (63 - offset)), third = high >> 1 >> (63 - offset);
        if (word > MostWords - 3)
        {
            AddWord(first, word);
            AddWord(second, word + 1);
            AddWord(third, word + 2);
            return;
        }

        if (_words is null || word < _first || word > _first + _words.Length - 3)
        {
            Cover(word);
            Cover(word + 2);
        }

        Span<ulong> words = _words.AsSpan(word - _first, 3);
        words[0] += first;
        ulong carry = words[0] < first ? 1UL : 0;
        second += carry;
        words[1] += second;
        carry = second < carry || words[1] < second ? 1UL : 0;
        third += carry;
        words[2] += third;
        if (words[2] < third)
            AddWord(1, word + 3);
    }

    private void AddWord(ulong value, int word)
    {
        while (value != 0)
        {
            if (word >= MostWords)
            {
                IsInfinite = true;
                return;
            }

            if (_words is null || word < _first || word >= _first + _words.Length)
                Cover(word);
            ref ulong own = ref _words![word++ - _first];
            own += value;
            value = own < value ? 1UL : 0;
        }
    }

    private void Cover(int word)
    {
        int first = _words is null ? word : Math.Min(_first, word);
        int end = _words is null ? word + 1 : Math.Max(_first + _words.Length, word + 1);
        ulong[] wider = new ulong[end - first];
        _words?.CopyTo(wider, _first - first);
        (_words, _first) = (wider, first);
    }

    /// <summary>The number as a whole one times a power of two, in units.</summary>
    private static (ulong Mantissa, int Shift) Parts(double value)
    {
        ulong bits = BitConverter.DoubleToUInt64Bits(value) & ~(1UL << 63);
        int exponent = (int)(bits >> MantissaBits);
        ulong mantissa = bits & MantissaMask;
        return exponent == 0 ? (mantissa, 0) : (mantissa | (1UL << MantissaBits), exponent - 1);
    }
}
