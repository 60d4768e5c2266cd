using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TypedExplain.Models.Forests.Walking;

/// <summary>Eight codes of a row.</summary>
internal readonly struct EightCodes(Vector128<byte> codes) : IRowCodes<EightCodes>
{
    private readonly Vector128<byte> _codes = codes;

    public static int Octets => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightCodes Load(ref readonly short from) => new(Vector128.LoadUnsafe(in from).AsByte());

    // Both put 0 where a place is 0x80; the processor's own takes one instruction.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<short> Pick(ref readonly Vector128<byte> places) =>
        (Ssse3.IsSupported ? Ssse3.Shuffle(_codes, places) : Vector128.Shuffle(_codes, places)).AsInt16();
}
