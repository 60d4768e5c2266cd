using TypedExplain.Numerics;

namespace TypedExplain.Surrogates.Game;

/// <summary>The players' own slopes behind an equilibrium sum.</summary>
internal static class Strategies
{
    /// <summary>
    /// Divides a sum among the players: +γ for those whose target lies above it, −γ for those below; what is then
    /// left over goes to the players whose targets are nearest, as far as their bounds allow.
    /// </summary>
    /// <param name="game">The game.</param>
    /// <param name="sum">The sum of the players' slopes.</param>
    /// <param name="strategies">Where the players' slopes go, one player after the other.</param>
    public static void Recover(in EnvironmentGame game, ReadOnlySpan<double> sum, Span<double> strategies)
    {
        int size = game.Size, players = game.Players;
        using Pooled gaps = new(players);
        Span<int> nearest = players <= 64 ? stackalloc int[players] : new int[players];
        for (int j = 0; j < size; j++)
        {
            double rest = sum[j];
            for (int i = 0; i < players; i++)
            {
                ReadOnlySpan<double> row = game.Gram(i).Slice(j * size, size);
                double gap = row[j] > 0 ? (game.Cross(i)[j] - VectorOps.Dot(row, sum)) / row[j] : 0;
                double own = gap >= 0 ? game.Bound : -game.Bound;
                strategies[(i * size) + j] = own;
                rest -= own;
                gaps.Span[i] = Math.Abs(gap);
                nearest[i] = i;
            }

            Ranking.Ascending(gaps.Span, nearest);
            for (int rank = 0; rank < players && rest != 0; rank++)
            {
                ref double own = ref strategies[(nearest[rank] * size) + j];
                double moved = Math.Clamp(own + rest, -game.Bound, game.Bound);
                rest -= moved - own;
                own = moved;
            }
        }
    }
}
