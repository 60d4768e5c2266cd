namespace TypedExplain.Numerics.Lanes;

/// <summary>
/// Doubles, or the 64 bits of each, in a register of the processor. Elementwise kernels are written once over this and run
/// with whichever width the processor has; the bits are the same.
/// </summary>
/// <typeparam name="TSelf">The register.</typeparam>
internal interface ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    /// <summary>How many there are.</summary>
    static abstract int Count { get; }

    /// <summary>The same number in each lane.</summary>
    static abstract TSelf Of(double value);

    /// <summary>The same bits in each lane.</summary>
    static abstract TSelf OfBits(ulong bits);

    /// <summary>Whole numbers that count up from one, as bits.</summary>
    static abstract TSelf Counting(ulong from);

    static abstract TSelf Load(ref readonly double from, nuint offset);

    static abstract void Store(TSelf lanes, ref double to, nuint offset);

    static abstract TSelf operator +(TSelf left, TSelf right);

    static abstract TSelf operator -(TSelf left, TSelf right);

    static abstract TSelf operator *(TSelf left, TSelf right);

    static abstract TSelf operator /(TSelf left, TSelf right);

    static abstract TSelf operator &(TSelf left, TSelf right);

    static abstract TSelf operator |(TSelf left, TSelf right);

    static abstract TSelf operator ^(TSelf left, TSelf right);

    /// <summary>Shifts bits up.</summary>
    static abstract TSelf operator <<(TSelf lanes, int count);

    /// <summary>Shifts bits down; the sign does not follow.</summary>
    static abstract TSelf operator >>>(TSelf lanes, int count);

    /// <summary>Shifts whole numbers of at most 32 bits down; the sign follows.</summary>
    static abstract TSelf operator >>(TSelf lanes, int count);

    /// <summary>left·right + sum, rounded once.</summary>
    static abstract TSelf Fma(TSelf left, TSelf right, TSelf sum);

    static abstract TSelf Sqrt(TSelf lanes);

    /// <summary>The lesser; for numbers only.</summary>
    static abstract TSelf Min(TSelf left, TSelf right);

    /// <summary>The greater; for numbers only.</summary>
    static abstract TSelf Max(TSelf left, TSelf right);

    /// <summary>The sum as whole numbers.</summary>
    static abstract TSelf AddBits(TSelf left, TSelf right);

    /// <summary>The difference as whole numbers.</summary>
    static abstract TSelf SubtractBits(TSelf left, TSelf right);

    /// <summary>The products of the lower 32 bits.</summary>
    static abstract TSelf MultiplyLow(TSelf lanes, uint factor);

    /// <summary>All bits set where left is at least right.</summary>
    static abstract TSelf IsAtLeast(TSelf left, TSelf right);

    /// <summary>All bits set where it is a number.</summary>
    static abstract TSelf IsNumber(TSelf lanes);

    /// <summary>The bits of one where the mask is set, else those of the other.</summary>
    static abstract TSelf Select(TSelf mask, TSelf set, TSelf clear);
}
