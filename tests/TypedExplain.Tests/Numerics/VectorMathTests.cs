using System.Numerics;
using System.Runtime.Intrinsics;
using TypedExplain.Numerics;
using TypedExplain.Numerics.Lanes;

namespace TypedExplain.Tests.Numerics;

/// <summary>Elementary functions against 80 exact digits; errors are in units of the last place.</summary>
public class VectorMathTests
{
    private const int Points = 6_000;

    /// <summary>Registers of four and of eight give the same bits; where the processor has no eight, they run in software.</summary>
    [Fact]
    public void TheWidthOfRegistersDoesNotMatter()
    {
        Random random = new(3);
        double[] x = new double[8], narrow = new double[8], wide = new double[8];
        for (int repeat = 0; repeat < 2000; repeat++)
        {
            for (int i = 0; i < x.Length; i++)
                x[i] = (random.NextDouble() * (repeat % 2 == 0 ? 1 : 1400)) - (repeat % 2 == 0 ? 0 : 700);
            Same((lanes, _) => VectorMath.Exp(lanes), (lanes, _) => VectorMath.Exp(lanes), (lanes, _) => VectorMath.Exp(lanes));
            for (int i = 0; i < x.Length; i++)
                x[i] = Math.Abs(x[i]) + 1e-300;
            Same((lanes, _) => VectorMath.Log(lanes), (lanes, _) => VectorMath.Log(lanes), (lanes, _) => VectorMath.Log(lanes));
            for (int i = 0; i < x.Length; i++)
                x[i] = random.NextDouble();
            Same((lanes, sine) => Part(VectorMath.SinCosOfTurns(lanes), sine), (lanes, sine) => Part(VectorMath.SinCosOfTurns(lanes), sine), (lanes, sine) => Part(VectorMath.SinCosOfTurns(lanes), sine));
        }

        void Same(Func<FourLanes, bool, FourLanes> four, Func<EightLanes, bool, EightLanes> eight, Func<TwoLanes<FourLanes>, bool, TwoLanes<FourLanes>> two)
        {
            foreach (bool sine in new[] { true, false })
            {
                FourLanes.Store(four(FourLanes.Load(in x[0], 0), sine), ref narrow[0], 0);
                FourLanes.Store(four(FourLanes.Load(in x[0], 4), sine), ref narrow[0], 4);
                EightLanes.Store(eight(EightLanes.Load(in x[0], 0), sine), ref wide[0], 0);
                Assert.Equal(narrow.Select(BitConverter.DoubleToInt64Bits), wide.Select(BitConverter.DoubleToInt64Bits));
                TwoLanes<FourLanes>.Store(two(TwoLanes<FourLanes>.Load(in x[0], 0), sine), ref wide[0], 0);
                Assert.Equal(narrow.Select(BitConverter.DoubleToInt64Bits), wide.Select(BitConverter.DoubleToInt64Bits));
            }
        }

        static TLanes Part<TLanes>((TLanes Sine, TLanes Cosine) both, bool sine) => sine ? both.Sine : both.Cosine;
    }

    [Fact]
    public void ExpIsExactToTheLastPlaceOrSo()
    {
        Random random = new(1);
        for (int i = 0; i < Points; i++)
        {
            double x = (i % 4) switch { 0 => 1416 * random.NextDouble() - 707, 1 => random.NextDouble() - 0.5, 2 => -40 * random.NextDouble(), _ => Math.ScaleB(random.NextDouble(), -random.Next(60)) };
            (BigInteger fraction, int exponent) = Exact.Exp(x);
            Assert.True(Exact.Ulps(VectorMath.Exp(x), fraction, exponent) <= 1.1, $"exp({x:R}) is {VectorMath.Exp(x):R}");
        }
    }

    [Fact]
    public void ExpAtTheEdges()
    {
        Assert.Equal(1, VectorMath.Exp(0));
        Assert.Equal(1, VectorMath.Exp(-0.0));
        Assert.Equal(1, VectorMath.Exp(double.Epsilon));
        Assert.Equal(0, VectorMath.Exp(-745.14));
        Assert.Equal(0, VectorMath.Exp(-1e300));
        Assert.Equal(0, VectorMath.Exp(double.NegativeInfinity));
        Assert.Equal(double.PositiveInfinity, VectorMath.Exp(709.79));
        Assert.Equal(double.PositiveInfinity, VectorMath.Exp(1e300));
        Assert.Equal(double.PositiveInfinity, VectorMath.Exp(double.PositiveInfinity));
        Assert.Equal(double.NaN, VectorMath.Exp(double.NaN));
        Assert.Equal(Math.Exp(709.78), VectorMath.Exp(709.78), 1e-15 * double.MaxValue);
        Assert.Equal(double.Epsilon, VectorMath.Exp(-745.13));
    }

    [Fact]
    public void ExpAmongTheSubnormals()
    {
        for (double x = -745.2; x < -708; x += 0.01)
            Assert.InRange(Math.Abs(VectorMath.Exp(x) - Math.Exp(x)) / double.Epsilon, 0, Math.Max(1, 3e-16 * Math.Exp(x) / double.Epsilon));
    }

    /// <summary>One number in any lane gives what it gives alone.</summary>
    [Fact]
    public void LanesAreIndependent()
    {
        double[] x = [-800, double.NaN, 0, 709, -0.25, double.NegativeInfinity, 1e-300, 3];
        Vector512<double> together = VectorMath.Exp(Vector512.Create<double>(x));
        for (int lane = 0; lane < 8; lane++)
            Assert.Equal(BitConverter.DoubleToInt64Bits(VectorMath.Exp(x[lane])), BitConverter.DoubleToInt64Bits(together[lane]));
    }

    [Fact]
    public void LogIsExactToTheLastPlaceOrSo()
    {
        Random random = new(2);
        for (int i = 0; i < Points; i++)
        {
            double x = (i % 4) switch { 0 => 1 - random.NextDouble(), 1 => Math.ScaleB(1 + random.NextDouble(), random.Next(-1022, 1024)), 2 => 1 - Math.ScaleB(random.NextDouble(), -random.Next(50)), _ => 1 + random.NextDouble() };
            double log = VectorMath.Log(x);
            Assert.True(x == 1 ? log == 0 : Exact.Ulps(log, Exact.Log(x)) <= 2, $"log({x:R}) is {log:R}");
        }
    }

    [Fact]
    public void LogAtTheEdges()
    {
        Assert.Equal(0, Log(1));
        Assert.Equal(-52 * Math.Log(2), Log(Math.ScaleB(1, -52)), 1e-14);
        Assert.Equal(Math.Log(double.MaxValue), Log(double.MaxValue), 2e-13);
        Assert.Equal(-1022 * Math.Log(2), Log(Math.ScaleB(1, -1022)), 2e-13);

        static double Log(double x) => VectorMath.Log(x);
    }

    [Fact]
    public void SineAndCosineAreExactToTheLastPlaceOrSo()
    {
        Random random = new(3);
        for (int i = 0; i < Points; i++)
        {
            double near = Math.ScaleB(random.NextDouble(), -random.Next(3, 45));
            double turns = (i % 3) switch { 0 => random.NextDouble(), 1 => near, _ => (0.25 * random.Next(1, 5)) - near };
            (double sine, double cosine) = SinCos(turns);
            (BigInteger exactSine, BigInteger exactCosine) = Exact.SinCosOfTurns(turns);
            Assert.True(turns == 0 || Exact.Ulps(sine, exactSine) <= 2, $"sine of {turns:R} turns is {sine:R}");
            Assert.True(Exact.Ulps(cosine, exactCosine) <= 2, $"cosine of {turns:R} turns is {cosine:R}");
        }
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(0.25, 1, 0)]
    [InlineData(0.5, 0, -1)]
    [InlineData(0.75, -1, 0)]
    [InlineData(1, 0, 1)]
    public void QuarterTurnsAreExact(double turns, double sine, double cosine) => Assert.Equal((sine, cosine), SinCos(turns));

    private static (double Sine, double Cosine) SinCos(double turns)
    {
        return VectorMath.SinCosOfTurns(turns);
    }
}
