using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedExplain.Models.Forests.Walking;

/// <summary>Twice as many codes of a row.</summary>
internal readonly struct TwiceCodes<TCodes>(TCodes first, TCodes second) : IRowCodes<TwiceCodes<TCodes>>
    where TCodes : struct, IRowCodes<TCodes>
{
    private readonly TCodes _first = first;
    private readonly TCodes _second = second;

    public static int Octets => 2 * TCodes.Octets;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwiceCodes<TCodes> Load(ref readonly short from) =>
        new(TCodes.Load(in from), TCodes.Load(in Unsafe.Add(ref Unsafe.AsRef(in from), 8 * TCodes.Octets)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<short> Pick(ref readonly Vector128<byte> places) =>
        _first.Pick(in places) | _second.Pick(in Unsafe.Add(ref Unsafe.AsRef(in places), TCodes.Octets));
}
