using System.Numerics;

namespace TypedExplain.Surrogates.Coalitions;

/// <summary>Shapley values by their definition, from the value of every coalition.</summary>
internal static class ShapleyFormula
{
    /// <summary>The most players whose coalitions are all listed.</summary>
    public const int MaxPlayers = 16;

    /// <summary>φ_j = Σ over S without j of s!(M−s−1)!/M! · (v(S ∪ j) − v(S)).</summary>
    /// <param name="values">v of every coalition; bit j of its position says whether player j is in it.</param>
    /// <param name="shapley">Where φ goes; one number per player.</param>
    public static void Fill(ReadOnlySpan<double> values, Span<double> shapley)
    {
        int players = shapley.Length;
        shapley.Clear();
        if (players == 0)
            return;
        Span<double> weights = stackalloc double[players];
        weights[0] = 1.0 / players;
        for (int size = 1; size < players; size++)
            weights[size] = weights[size - 1] * size / (players - size);

        for (int coalition = 0; coalition < values.Length; coalition++)
        {
            int size = BitOperations.PopCount((uint)coalition);
            for (int player = 0; player < players; player++)
            {
                if ((coalition >> player & 1) == 0)
                    shapley[player] += weights[size] * (values[coalition | (1 << player)] - values[coalition]);
            }
        }
    }
}
