using TypedExplain.Numerics;

namespace TypedExplain.Surrogates.Game;

/// <summary>The slopes at which each is at the target of a chosen environment, or held at a given value: one linear system.</summary>
internal static class MedianSystem
{
    /// <summary>The choice of a slope that is held at a value.</summary>
    public const int Held = -1;

    // Multiplications that solutions of one game may take: a fraction of a second.
    private const double MostWork = 2e8;

    /// <summary>How many systems may be solved for a game: of some hundred slopes a few, beyond that none.</summary>
    /// <param name="size">Number of slopes.</param>
    public static int MostSolutions(int size) => (int)Math.Min(int.MaxValue, MostWork / ((double)size * size * size));

    /// <summary>Numbers of scratch memory that a solution takes.</summary>
    /// <param name="size">Number of slopes.</param>
    public static int MemoryFor(int size) => size * (size + 2);

    /// <summary>Solves for the slopes.</summary>
    /// <param name="game">The game.</param>
    /// <param name="chosen">For each slope the environment at whose target it is, or <see cref="Held"/>.</param>
    /// <param name="values">The values of those that are held.</param>
    /// <param name="share">1 for the slopes; 0 for how they move with the values.</param>
    /// <param name="memory">Scratch memory.</param>
    /// <param name="slopes">Where the slopes go.</param>
    /// <returns>Whether the system has one solution.</returns>
    public static bool Solve(in EnvironmentGame game, ReadOnlySpan<int> chosen, ReadOnlySpan<double> values, double share, Span<double> memory, Span<double> slopes)
    {
        int size = game.Size, count = 0;
        Span<int> free = size <= 256 ? stackalloc int[size] : new int[size];
        for (int j = 0; j < size; j++)
        {
            slopes[j] = chosen[j] == Held ? values[j] : 0;
            if (chosen[j] != Held && game.Gram(chosen[j])[(j * size) + j] > 0)
                free[count++] = j;
        }

        free = free[..count];
        Span<double> rows = memory[..(count * (count + 1))], solution = memory.Slice(rows.Length, count);
        for (int a = 0; a < count; a++)
        {
            int j = free[a];
            ReadOnlySpan<double> gram = game.Gram(chosen[j]).Slice(j * size, size);
            Span<double> row = rows.Slice(a * (count + 1), count + 1);
            for (int b = 0; b < count; b++)
                row[b] = gram[free[b]] / gram[j];
            row[count] = ((share * game.Cross(chosen[j])[j]) - VectorOps.Dot(gram, slopes)) / gram[j];
        }

        if (!Elimination.Solve(rows, solution))
            return false;
        for (int a = 0; a < count; a++)
            slopes[free[a]] = solution[a];
        return VectorOps.AreFinite(slopes);
    }

    /// <summary>How far above a slope an environment's target for it lies.</summary>
    /// <param name="game">The game.</param>
    /// <param name="player">The environment.</param>
    /// <param name="slope">Which slope.</param>
    /// <param name="slopes">All slopes, or how they move.</param>
    /// <param name="share">1 for slopes, 0 for how they move.</param>
    public static double Gap(in EnvironmentGame game, int player, int slope, ReadOnlySpan<double> slopes, double share)
    {
        ReadOnlySpan<double> row = game.Gram(player).Slice(slope * game.Size, game.Size);
        return row[slope] > 0 ? ((share * game.Cross(player)[slope]) - VectorOps.Dot(row, slopes)) / row[slope] : -slopes[slope];
    }

    /// <summary>Where an environment wants a slope while the others stay; 0 where its samples do not vary.</summary>
    /// <param name="game">The game.</param>
    /// <param name="player">The environment.</param>
    /// <param name="slope">Which slope.</param>
    /// <param name="slopes">All slopes.</param>
    public static double Target(in EnvironmentGame game, int player, int slope, ReadOnlySpan<double> slopes) =>
        slopes[slope] + Gap(game, player, slope, slopes, share: 1);
}
