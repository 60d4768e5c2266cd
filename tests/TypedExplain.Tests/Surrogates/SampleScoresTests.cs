using TypedExplain.Numerics;
using TypedExplain.Surrogates.Inference;

namespace TypedExplain.Tests.Surrogates;

public class SampleScoresTests
{
    /// <summary>The bits of the scores written out, squared and added; the last of an even number of paired rows has no other.</summary>
    [Theory]
    [InlineData(3, 40, true)]
    [InlineData(8, 41, true)]
    [InlineData(13, 41, false)]
    public void SumsOfSquaresAreThoseOfTheScores(int columns, int rows, bool arePaired)
    {
        int stride = Moments.Stride(columns + 2), count = SampleScores.Rows(rows, arePaired) + (arePaired && rows % 2 == 0 ? 1 : 0);
        RandomStream stream = new(3, "scores");
        double[] table = new double[rows * stride], weights = new double[rows], means = new double[columns], slopes = new double[columns];
        stream.For(1).FillUniform(0, weights);
        stream.For(2).FillUniform(0, means);
        stream.For(3).FillNormal(0, slopes);
        for (int row = 0; row < rows; row++)
            stream.For(4 + row).FillNormal(0, table.AsSpan(row * stride, columns + 1));
        double[] scores = new double[count * stride], expected = new double[columns], sums = new double[columns];

        SampleScores.Fill(table, stride, weights, arePaired, means, slopes, 0.3, scores);
        SampleScores.SumSquares(table, stride, weights, arePaired, means, slopes, 0.3, sums);

        for (int row = 0; row < count; row++)
        {
            for (int j = 0; j < columns; j++)
                expected[j] = Math.FusedMultiplyAdd(scores[(row * stride) + j], scores[(row * stride) + j], expected[j]);
        }

        Assert.Equal(expected, sums);
    }
}
