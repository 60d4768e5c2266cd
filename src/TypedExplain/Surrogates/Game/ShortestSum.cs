using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;
using TypedExplain.Numerics;

namespace TypedExplain.Surrogates.Game;

/// <summary>
/// Of the equilibria of a game without a ridge whose columns are collinear in some environment, the one with the smallest
/// ‖s‖₂: the limit of the game as the ridge goes to 0, as the minimum norm is that of a fit.
/// </summary>
/// <remarks>
/// At an equilibrium each slope is at a target of some environment or at a rung of the ladder. Those at a target solve one
/// linear system, G_m's row of the slope being that of its environment m; its shortest solution is taken, or as much of
/// the way there as stays an equilibrium.
/// </remarks>
internal static class ShortestSum
{
    // Singular values below this share of the largest, times the size, count as 0, as in MinimumNorm.
    private const double SmallestValue = 1e-12;

    // A slope this many tolerances from a target is at it.
    private const double Slack = 10;

    private const int Halvings = 30;

    /// <summary>Whether the columns that vary are collinear in some environment.</summary>
    public static bool IsNeeded(in EnvironmentGame game)
    {
        int size = game.Size;
        using Pooled memory = Pooled.Unset(size * size);
        Span<int> varied = size <= 256 ? stackalloc int[size] : new int[size];
        for (int i = 0; i < game.Players; i++)
        {
            int count = 0;
            ReadOnlySpan<double> gram = game.Gram(i);
            for (int j = 0; j < size; j++)
            {
                if (gram[(j * size) + j] > 0)
                    varied[count++] = j;
            }

            for (int a = 0; a < count; a++)
            {
                for (int b = 0; b < count; b++)
                    memory.Span[(a * count) + b] = gram[(varied[a] * size) + varied[b]];
            }

            if (count > 0 && !Cholesky.Factor(memory.Span[..(count * count)], count))
                return true;
        }

        return false;
    }

    /// <summary>Moves an equilibrium sum to the shortest one.</summary>
    /// <param name="game">The game.</param>
    /// <param name="tolerance">The largest change, as a share of γ, that counts as none.</param>
    /// <param name="sum">The sum of the players' slopes.</param>
    public static void Shorten(in EnvironmentGame game, double tolerance, Span<double> sum)
    {
        double slack = Slack * tolerance * game.Bound;
        double[] start = sum.ToArray(), shortest = Shortest(game, slack, sum);
        double share = 1;
        shortest.CopyTo(sum);
        for (int i = 0; i < Halvings && !IsEquilibrium(game, slack, sum); i++)
        {
            share /= 2;
            for (int j = 0; j < start.Length; j++)
                sum[j] = start[j] + (share * (shortest[j] - start[j]));
        }

        if (!IsEquilibrium(game, slack, sum))
            start.CopyTo(sum);
    }

    /// <summary>
    /// Takes off slopes what no environment can tell: their part in the directions in which every sample of every
    /// environment is the same.
    /// </summary>
    /// <param name="game">The game.</param>
    /// <param name="slopes">Slopes of one player or of all, one after the other.</param>
    public static void Project(in EnvironmentGame game, Span<double> slopes)
    {
        int size = game.Size;
        double[] pooled = new double[size * size];
        for (int i = 0; i < game.Players; i++)
            VectorOps.AddScaled(1, game.Gram(i), pooled);
        Evd<double> eigen = Matrix<double>.Build.DenseOfRowMajor(size, size, pooled).Evd(Symmetricity.Symmetric);
        double largest = eigen.EigenValues.Max(value => value.Real);
        for (int at = 0; at < slopes.Length; at += size)
        {
            double[] kept = new double[size];
            for (int i = 0; i < size; i++)
            {
                if (!(eigen.EigenValues[i].Real > SmallestValue * size * largest))
                    continue;
                double share = 0;
                for (int j = 0; j < size; j++)
                    share += eigen.EigenVectors[j, i] * slopes[at + j];
                for (int j = 0; j < size; j++)
                    kept[j] += share * eigen.EigenVectors[j, i];
            }

            kept.CopyTo(slopes[at..]);
        }
    }

    private static double[] Shortest(in EnvironmentGame game, double slack, ReadOnlySpan<double> sum)
    {
        int size = game.Size;
        double[] shortest = sum.ToArray();
        int[] players = AtTargets(game, slack, sum);
        int[] free = [.. Enumerable.Range(0, size).Where(j => players[j] >= 0)];
        if (free.Length == 0)
            return shortest;

        Matrix<double> matrix = Matrix<double>.Build.Dense(free.Length, free.Length);
        Vector<double> response = Vector<double>.Build.Dense(free.Length);
        for (int a = 0; a < free.Length; a++)
        {
            ReadOnlySpan<double> row = game.Gram(players[free[a]]).Slice(free[a] * size, size);
            double curvature = row[free[a]], rest = game.Cross(players[free[a]])[free[a]];
            for (int j = 0; j < size; j++)
                rest -= players[j] < 0 ? row[j] * sum[j] : 0;
            response[a] = rest / curvature;
            for (int b = 0; b < free.Length; b++)
                matrix[a, b] = row[free[b]] / curvature;
        }

        Svd<double> parts = matrix.Svd();
        Vector<double> shares = parts.U.TransposeThisAndMultiply(response);
        for (int i = 0; i < shares.Count; i++)
            shares[i] = parts.S[i] > SmallestValue * free.Length * parts.S[0] ? shares[i] / parts.S[i] : 0;
        Vector<double> solution = parts.VT.TransposeThisAndMultiply(shares);
        for (int a = 0; a < free.Length; a++)
            shortest[free[a]] = solution[a];
        return shortest;
    }

    /// <summary>For each slope the environment whose target it is at; −1 where it is at none.</summary>
    private static int[] AtTargets(in EnvironmentGame game, double slack, ReadOnlySpan<double> sum)
    {
        int[] players = new int[game.Size];
        for (int j = 0; j < players.Length; j++)
        {
            (players[j], double nearest) = (-1, slack);
            for (int i = 0; i < game.Players; i++)
            {
                double off = game.Gram(i)[(j * game.Size) + j] > 0 ? Math.Abs(MedianSystem.Target(game, i, j, sum) - sum[j]) : double.PositiveInfinity;
                if (off <= nearest && (players[j] < 0 || off < nearest))
                    (players[j], nearest) = (i, off);
            }
        }

        return players;
    }

    private static bool IsEquilibrium(in EnvironmentGame game, double slack, ReadOnlySpan<double> sum)
    {
        using Pooled targets = new(game.Players);
        for (int j = 0; j < sum.Length; j++)
        {
            for (int i = 0; i < game.Players; i++)
                targets.Span[i] = MedianSystem.Target(game, i, j, sum);
            if (!(Math.Abs(MedianDescent.Settle(targets.Span, game.Bound) - sum[j]) <= slack))
                return false;
        }

        return true;
    }
}
