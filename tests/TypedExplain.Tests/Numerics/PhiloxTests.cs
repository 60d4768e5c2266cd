using TypedExplain.Numerics;
using TypedExplain.Numerics.Lanes;

namespace TypedExplain.Tests.Numerics;

public class PhiloxTests
{
    /// <summary>The known answers that its authors publish (Random123, kat_vectors).</summary>
    [Theory]
    [InlineData(0, 0, 0, 0, 0, 0, 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8)]
    [InlineData(0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd)]
    [InlineData(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xa4093822, 0x299f31d0, 0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1)]
    public void KnownAnswers(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1, uint r0, uint r1, uint r2, uint r3)
    {
        (ulong first, ulong second) = Philox.Block(Join(c0, c1), Join(c2, c3), Join(k0, k1));
        Assert.Equal((Join(r0, r1), Join(r2, r3)), (first, second));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0xFFFF_FFFF - 3)]
    [InlineData(0xFFFF_FFFF)]
    [InlineData(0x1_0000_0000)]
    [InlineData(0x7FFF_FFFF_FFFF_FFFC)]
    [InlineData(0xFFFF_FFFF_FFFF_FFFC)]
    public void ManyAtOnceAreTheSame(ulong start)
    {
        SameInLanes<FourLanes>(start);
        SameInLanes<EightLanes>(start);
        SameInLanes<TwoLanes<FourLanes>>(start);
    }

    private static void SameInLanes<TLanes>(ulong start)
        where TLanes : struct, ILanes<TLanes>
    {
        Random random = new(1);
        for (int repeat = 0; repeat < 200; repeat++)
        {
            ulong low = start + (ulong)(8 * repeat), high = (ulong)random.NextInt64(), key = (ulong)random.NextInt64() << (repeat % 2);
            ulong[] keys = new ulong[Philox.KeyLength];
            Philox.FillKeys(key, keys);
            (TLanes one, TLanes other) = Philox.Blocks<TLanes>(low, high, in keys[0]);
            double[] first = new double[8], second = new double[8];
            TLanes.Store(one, ref first[0], 0);
            TLanes.Store(other, ref second[0], 0);
            for (int lane = 0; lane < TLanes.Count; lane++)
                Assert.Equal(Philox.Block(unchecked(low + (ulong)lane), high, key), (BitConverter.DoubleToUInt64Bits(first[lane]), BitConverter.DoubleToUInt64Bits(second[lane])));
        }
    }

    private static ulong Join(uint low, uint high) => low | ((ulong)high << 32);
}
