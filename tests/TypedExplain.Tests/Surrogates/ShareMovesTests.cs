using MathNet.Numerics.LinearAlgebra;
using TypedExplain.Numerics;
using TypedExplain.Surrogates.Coalitions;

namespace TypedExplain.Tests.Surrogates;

public class ShareMovesTests
{
    /// <summary>Pull by pull, with another inverse; one size has more players than are squared together.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(71)]
    public void SquaresAreThoseOfEachMove(int size)
    {
        int stride = Moments.Stride(size + 2), pulls = 3 * size;
        Matrix<double> rows = Matrix<double>.Build.Random(pulls, size, seed: size), gram = rows.TransposeThisAndMultiply(rows), inverse = gram.Inverse();
        double[] factor = gram.ToRowMajorArray(), moments = new double[stride * stride], squares = new double[size + 1], expected = new double[size + 1];
        Assert.True(Cholesky.Factor(factor, size));
        double[] table = new double[pulls * stride];
        for (int pull = 0; pull < pulls; pull++)
        {
            Vector<double> own = rows.Row(pull), moved = inverse * own;
            own.ToArray().CopyTo(table, pull * stride);
            double[] moves = new double[size + 1];
            ShareMoves.Fill(factor, own.ToArray(), moves);
            Assert.All(Enumerable.Range(0, size + 1), i => Assert.Equal(i < size ? moved[i] : -moved.Sum(), moves[i], 1e-9));
            for (int i = 0; i <= size; i++)
                expected[i] += moves[i] * moves[i];
        }

        Moments.Of(table, stride, [.. Enumerable.Repeat(1.0, pulls)], moments);
        ShareMoves.Squares(factor, moments, stride, squares);

        Assert.All(Enumerable.Range(0, size + 1), i => Assert.Equal(1, squares[i] / expected[i], 1e-9));
    }
}
