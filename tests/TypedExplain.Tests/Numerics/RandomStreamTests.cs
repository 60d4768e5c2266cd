namespace TypedExplain.Tests.Numerics;

public class RandomStreamTests
{
    /// <summary>First elements of a fill; the last two lie where a counter leaves 32 bits and where it is nearly used up.</summary>
    public static TheoryData<long> Starts => [0, 16, 160, 1 << 20, (1L << 33) - 32, long.MaxValue - 16 * 64 + 1];

    [Theory]
    [MemberData(nameof(Starts))]
    public void FillsAndSingleElementsAgree(long first)
    {
        RandomStream stream = new RandomStream(5, "fills").For(3);
        for (int length = 0; length <= 70; length++)
        {
            double[] values = new double[length + 1];
            values[length] = 7;
            stream.FillUniform(first, values.AsSpan(0, length));
            for (int i = 0; i < length; i++)
                Assert.Equal(BitConverter.DoubleToInt64Bits(stream.Uniform(first + i)), BitConverter.DoubleToInt64Bits(values[i]));
            Assert.Equal(7, values[length]);
        }
    }

    [Fact]
    public void AUniformNumberIsTheUpperBits()
    {
        RandomStream stream = new(5, "bits");
        for (int i = 0; i < 1000; i++)
            Assert.Equal((stream.Bits(i) >> 12) * Math.Pow(2, -52), stream.Uniform(i));
    }

    [Theory]
    [MemberData(nameof(Starts))]
    public void NormalFillsOfAnyLengthAndStartAgree(long first)
    {
        RandomStream stream = new(6, "normal fills");
        double[] all = new double[96];
        stream.FillNormal(first, all);
        for (int length = 0; length <= 40; length++)
        {
            double[] values = new double[length];
            stream.FillNormal(first + 32, values);
            Assert.Equal(all[32..(32 + length)], values);
        }
    }

    [Fact]
    public void StreamsOfOtherKeysDiffer()
    {
        RandomStream stream = new(1, "one");
        RandomStream[] streams =
        [
            stream,
            new(2, "one"), new(-1, "one"), new(int.MaxValue, "one"), new(int.MinValue, "one"), new(1, "two"), new(1, "eno"), new(1, ""),
            stream.For(0), stream.For(1), stream.For(-1), stream.For(0).For(1), stream.For(1).For(0), new RandomStream(2, "one").For(0),
            stream.For([0.0]), stream.For([0.0, 0.0]), stream.For([1.0]), stream.For([1.0, 2.0]), stream.For([2.0, 1.0]),
            stream.For([Math.BitIncrement(1.0)]), stream.For([-1.0]), stream.For([double.Epsilon]),
        ];
        Assert.Distinct(streams);
        Assert.Distinct(streams.Select(other => (other.Bits(0), other.Bits(1))));
        Assert.Distinct(streams.SelectMany(other => Enumerable.Range(0, 1000).Select(i => other.Bits(i))));
    }

    [Fact]
    public void TheSameKeyGivesTheSameStream()
    {
        RandomStream one = new RandomStream(1, "one").For(2).For([1.5]), other = new RandomStream(1, "one").For(2).For([1.5]);
        Assert.True(one == other && !(one != other) && one.Equals((object)other) && one.GetHashCode() == other.GetHashCode());
        Assert.Equal(one.Bits(123), other.Bits(123));
    }

    [Fact]
    public void MinusZeroIsZero()
    {
        RandomStream stream = new(1, "zero");
        Assert.Equal(stream.For([1.0, 0.0, 2.0]), stream.For([1.0, -0.0, 2.0]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(1000)]
    [InlineData(int.MaxValue)]
    public void ChoosingScalesTheBits(int count)
    {
        RandomStream stream = new(8, "choose");
        for (int i = 0; i < 1000; i++)
            Assert.Equal((int)(((UInt128)stream.Bits(i) * (uint)count) >> 64), stream.Choose(i, count));
    }

    [Fact]
    public void ManyChoicesAreThoseOneByOne()
    {
        RandomStream stream = new(3, "many");
        foreach (long first in (long[])[0, 16, 4096])
        {
            foreach (int length in (int[])[0, 1, 15, 16, 17, 255, 256, 700])
            {
                int[] choices = new int[length];
                stream.FillChoices(first, 77, choices);
                Assert.Equal(Enumerable.Range(0, length).Select(i => stream.Choose(first + i, 77)), choices);
            }
        }

        ulong[] bits = new ulong[48];
        stream.FillBits(bits);
        Assert.Equal(Enumerable.Range(0, 48).Select(i => stream.Bits(i)), bits);
    }
}
