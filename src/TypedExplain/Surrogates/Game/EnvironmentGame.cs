namespace TypedExplain.Surrogates.Game;

/// <summary>
/// The game of LINEX. Player i owns slopes w_i with ‖w_i‖∞ ≤ γ and wants the sum s of all players' slopes to minimize
/// sᵀG_i·s − 2c_iᵀs, the least squares of its environment, under ‖s‖₁ ≤ t.
/// </summary>
internal readonly ref struct EnvironmentGame
{
    private readonly ReadOnlySpan<double> _grams;
    private readonly ReadOnlySpan<double> _crosses;

    /// <summary>A game.</summary>
    /// <param name="players">How many environments.</param>
    /// <param name="grams">G_i, each d×d, one after the other; the ridge is in it.</param>
    /// <param name="crosses">c_i, one after the other.</param>
    /// <param name="bound">γ.</param>
    /// <param name="budget">t; infinity for none.</param>
    public EnvironmentGame(int players, ReadOnlySpan<double> grams, ReadOnlySpan<double> crosses, double bound, double budget = double.PositiveInfinity)
    {
        (Players, Bound, Budget) = (players, bound, budget);
        Size = crosses.Length / players;
        _grams = grams;
        _crosses = crosses;
    }

    /// <summary>Number of players k.</summary>
    public int Players { get; }

    /// <summary>Number of slopes d.</summary>
    public int Size { get; }

    /// <summary>γ: no player's own slope is larger.</summary>
    public double Bound { get; }

    /// <summary>t: the sum of all slopes' magnitudes is not larger.</summary>
    public double Budget { get; }

    /// <summary>G_i.</summary>
    public ReadOnlySpan<double> Gram(int player) => _grams.Slice(player * Size * Size, Size * Size);

    /// <summary>c_i.</summary>
    public ReadOnlySpan<double> Cross(int player) => _crosses.Slice(player * Size, Size);
}
