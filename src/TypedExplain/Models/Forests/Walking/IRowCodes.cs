using System.Runtime.Intrinsics;

namespace TypedExplain.Models.Forests.Walking;

/// <summary>The codes of one row in registers, of which any eight can be picked at once.</summary>
/// <typeparam name="TSelf">The registers.</typeparam>
internal interface IRowCodes<TSelf>
    where TSelf : struct, IRowCodes<TSelf>
{
    /// <summary>How many times eight codes there are.</summary>
    static abstract int Octets { get; }

    static abstract TSelf Load(ref readonly short from);

    /// <summary>Eight of the codes.</summary>
    /// <param name="places">
    /// For each octet of codes one vector: for each code that is picked, the two bytes where it lies in that octet, or
    /// 0x80 twice where it lies in another one.
    /// </param>
    Vector128<short> Pick(ref readonly Vector128<byte> places);
}
