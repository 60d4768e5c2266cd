using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TypedExplain.Models.Forests.Walking;

/// <summary>Walks rows through <see cref="TreeBlocks"/>, three levels a step.</summary>
/// <remarks>
/// Walks are independent of each other, so their loads from memory overlap. No branch
/// depends on a row: those that have not come to a leaf are kept in a list, and the list takes the next step.
/// </remarks>
internal static class BlockWalk
{
    /// <summary>The most walks at once.</summary>
    public const int Most = 256;

    private static readonly byte[] ExitOfAnswers = TreeBlocks.ExitsOfAnswers();

    /// <summary>Goes on to the leaves.</summary>
    /// <typeparam name="TCodes">As many codes as a row has.</typeparam>
    /// <param name="blocks">The first of all blocks.</param>
    /// <param name="codes">The first row's codes.</param>
    /// <param name="rows">For each walk where its row's codes lie behind the first row's; as long as <paramref name="walks"/>.</param>
    /// <param name="walks">For each walk where it is, in bytes behind the first block; at the end ~n for the leaf n.</param>
    /// <param name="list">Scratch, as long as <paramref name="walks"/>.</param>
    /// <param name="sure">What all walks have in common.</param>
    public static void ToLeaves<TCodes>(ref Vector128<byte> blocks, ref short codes, ReadOnlySpan<ushort> rows, Span<int> walks, Span<ushort> list, UncheckedSteps sure)
        where TCodes : struct, IRowCodes<TCodes>
    {
        ref ushort open = ref MemoryMarshal.GetReference(list[..walks.Length]);
        ref ushort row = ref MemoryMarshal.GetReference(rows[..walks.Length]);
        ref int walk = ref MemoryMarshal.GetReference(walks);
        ref byte exit = ref MemoryMarshal.GetArrayDataReference(ExitOfAnswers);
        nint count = 0, all = walks.Length;
        if (sure == UncheckedSteps.OneIsAll)
        {
            for (nint i = 0; i < all; i++)
            {
                TCodes own = TCodes.Load(in Unsafe.Add(ref codes, (nint)Unsafe.Add(ref row, i)));
                Unsafe.Add(ref walk, i) = Step(ref blocks, Unsafe.Add(ref walk, i), own, ref exit);
            }
        }
        else if (sure == UncheckedSteps.Two)
        {
            for (nint i = 0; i < all; i++)
            {
                TCodes own = TCodes.Load(in Unsafe.Add(ref codes, (nint)Unsafe.Add(ref row, i)));
                int at = Step(ref blocks, Step(ref blocks, Unsafe.Add(ref walk, i), own, ref exit), own, ref exit);
                Unsafe.Add(ref walk, i) = at;
                Unsafe.Add(ref open, count) = (ushort)i;
                count += GoesOn(at);
            }
        }
        else
        {
            for (nint i = 0; i < all; i++)
            {
                TCodes own = TCodes.Load(in Unsafe.Add(ref codes, (nint)Unsafe.Add(ref row, i)));
                int at = Step(ref blocks, Unsafe.Add(ref walk, i), own, ref exit);
                Unsafe.Add(ref walk, i) = at;
                Unsafe.Add(ref open, count) = (ushort)i;
                count += GoesOn(at);
            }
        }

        while (count > 0)
        {
            nint left = 0;
            for (nint j = 0; j < count; j++)
            {
                nint i = Unsafe.Add(ref open, j);
                TCodes own = TCodes.Load(in Unsafe.Add(ref codes, (nint)Unsafe.Add(ref row, i)));
                int at = Step(ref blocks, Unsafe.Add(ref walk, i), own, ref exit);
                Unsafe.Add(ref walk, i) = at;
                Unsafe.Add(ref open, left) = (ushort)i;
                left += GoesOn(at);
            }

            count = left;
        }
    }

    // 1, or at a leaf 0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint GoesOn(int at) => (nint)((uint)~at >> 31);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Step<TCodes>(ref Vector128<byte> blocks, nint block, TCodes row, ref byte exit)
        where TCodes : struct, IRowCodes<TCodes>
    {
        ref Vector128<byte> own = ref Unsafe.AddByteOffset(ref blocks, block);
        Vector128<short> areAbove = Vector128.GreaterThan(row.Pick(in own), Unsafe.Add(ref own, TCodes.Octets).AsInt16());
        uint answers = Narrow(areAbove).ExtractMostSignificantBits();
        ref int exits = ref Unsafe.As<Vector128<byte>, int>(ref Unsafe.Add(ref own, TCodes.Octets + 1));
        return Unsafe.Add(ref exits, (nint)Unsafe.Add(ref exit, answers));
    }

    // Of words that are all bits or none, whichever half is kept.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<sbyte> Narrow(Vector128<short> mask) => Sse2.IsSupported
        ? Sse2.PackSignedSaturate(mask, Vector128<short>.Zero)
        : Vector128.Narrow(mask, Vector128<short>.Zero);
}
