using TypedExplain.Media;

namespace TypedExplain.Tests.Images;

public class DivergingColorsTests
{
    public static TheoryData<DivergingColors, int> All => new() { { DivergingColors.Light, -1 }, { DivergingColors.Dark, 1 } };

    [Theory]
    [MemberData(nameof(All))]
    public void LargerNumbersAreFartherFromThePageAndBothSignsAlike(DivergingColors colors, int direction)
    {
        for (int i = 1; i <= 100; i++)
        {
            double below = Lightness(colors.Of(-i / 100.0)), above = Lightness(colors.Of(i / 100.0));
            Assert.True((below - Lightness(colors.Of(-(i - 1) / 100.0))) * direction > 0);
            Assert.True((above - Lightness(colors.Of((i - 1) / 100.0))) * direction > 0);
            Assert.InRange(Math.Abs(below - above), 0, 12);
        }
    }

    /// <summary>Blue against orange, also as those see them that lack red, green or blue cones (Viénot, Brettel and Mollon, 1999; simplified).</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void SignsDifferToEveryEye(DivergingColors colors, int direction)
    {
        Assert.InRange(direction, -1, 1);
        foreach (double[] seen in new double[][] { [1, 0, 0, 0, 1, 0, 0, 0, 1], [0.11, 0.89, 0, 0.11, 0.89, 0, 0, 0, 1], [0.29, 0.71, 0, 0.29, 0.71, 0, -0.02, 0.02, 1], [1, 0.13, -0.13, 0, 0.87, 0.13, 0, 0.87, 0.13] })
        {
            double[] below = See(colors.Of(-0.6)), above = See(colors.Of(0.6));
            Assert.True(Math.Sqrt(below.Zip(above, (b, a) => (b - a) * (b - a)).Sum()) > 40);

            double[] See((byte Red, byte Green, byte Blue) color) =>
                [.. Enumerable.Range(0, 3).Select(i => (seen[3 * i] * color.Red) + (seen[(3 * i) + 1] * color.Green) + (seen[(3 * i) + 2] * color.Blue))];
        }
    }

    [Fact]
    public void Painting()
    {
        byte[] colors = new byte[9], limited = new byte[9];
        DivergingColors.Light.Paint([-4, 0, 2], colors);
        Assert.Equal([.. Of(-1), .. Of(0), .. Of(0.5)], colors);
        DivergingColors.Light.Paint([-4, 0, 2], limited, limit: 2);
        Assert.Equal([.. Of(-1), .. Of(0), .. Of(1)], limited);
        DivergingColors.Light.Paint([0, 0, 0], colors);
        Assert.Equal([.. Of(0), .. Of(0), .. Of(0)], colors);
        Assert.True(Of(-1)[2] > Of(-1)[0] && Of(1)[0] > Of(1)[2]);

        static byte[] Of(double value)
        {
            (byte red, byte green, byte blue) = DivergingColors.Light.Of(value);
            return [red, green, blue];
        }
    }

    [Fact]
    public void BadInput()
    {
        Assert.Contains("NaN has no color", Assert.Throws<ArgumentException>(() => DivergingColors.Dark.Of(double.NaN)).Message);
        Assert.Contains("Number 1 to paint is Infinity", Assert.Throws<InvalidDatasetException>(() => DivergingColors.Dark.Paint([0, double.PositiveInfinity], new byte[6])).Message);
        Assert.Contains("The limit of the colors is 0", Assert.Throws<InvalidOptionException>(() => DivergingColors.Dark.Paint([0], new byte[3], 0)).Message);
        Assert.Contains("1 numbers need 3", Assert.Throws<ArgumentException>(() => DivergingColors.Dark.Paint([0], new byte[4])).Message);
    }

    private static double Lightness((byte Red, byte Green, byte Blue) color)
    {
        double light = (0.2126 * Linear(color.Red)) + (0.7152 * Linear(color.Green)) + (0.0722 * Linear(color.Blue));
        return (116 * Math.Cbrt(light)) - 16;

        static double Linear(byte channel) => Math.Pow(((channel / 255.0) + 0.055) / 1.055, 2.4);
    }
}
