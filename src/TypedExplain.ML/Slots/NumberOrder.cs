namespace TypedExplain.ML.Slots;

/// <summary>All finite numbers of double precision in their order.</summary>
internal static class NumberOrder
{
    /// <summary>Where a number is.</summary>
    public static long Place(double number) => BitConverter.DoubleToInt64Bits(number) is >= 0 and var bits ? bits : -(BitConverter.DoubleToInt64Bits(number) & long.MaxValue);

    /// <summary>The number at a place.</summary>
    public static double At(long place) => place >= 0 ? BitConverter.Int64BitsToDouble(place) : -BitConverter.Int64BitsToDouble(-place);

    /// <summary>A place between two.</summary>
    public static long Between(long low, long high) => (low >> 1) + (high >> 1) + (low & high & 1);
}
