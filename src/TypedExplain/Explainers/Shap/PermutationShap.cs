using TypedExplain.Errors;
using TypedExplain.Explainers.Shap;
using TypedExplain.Numerics;
using TypedExplain.Surrogates.Coalitions;

namespace TypedExplain;

/// <summary>
/// Permutation SHAP: the mean, over random orders of the features, of what the model's answer gains when they become
/// known one after the other. Every order is also taken backwards, which makes the values exact for models in which
/// at most two features act together.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public sealed record PermutationShap<T> : CoalitionExplainer<T>
    where T : IFeatureRecord<T>
{
    // Beyond it the positions of the coalitions would not fit into one array.
    private const int MostPermutations = 1_000_000;

    /// <inheritdoc/>
    public override string Name => "PermutationSHAP";

    /// <summary>How many orders are drawn, each to be taken forwards and backwards; from 1 to a million. 1 has no standard error.</summary>
    [OptionRange(AtLeast = 1, AtMost = MostPermutations)]
    public int Permutations { get; init; } = 10;

    private protected override Description Describe() => Describe(nameof(PermutationShap<>)).With("permutations", Permutations);

    private protected override void CheckOptions()
    {
        if (Permutations is < 1 or > MostPermutations)
            throw Invalid(nameof(Permutations), Permutations, "from 1 to 1000000");
    }

    private protected override IEnumerable<RowBatch<T>> Divide(CoalitionGame<T> game, Division division, CancellationToken cancellation)
    {
        // Two players have one order and its reverse, and no others.
        int players = game.Players.Length, draws = players == 2 ? 1 : Permutations;
        if ((long)draws * 2 * (players + 1) > MemoryLimit.Numbers)
            throw Invalid(nameof(Permutations), draws, $"at most {MemoryLimit.Numbers / (2 * (players + 1))} with {players} features");
        cancellation.ThrowIfCancellationRequested();
        PlayerPermutations orders = new(players, draws, new RandomStream(Seed, "permutations").For(game.Instance));
        using Pooled values = new(orders.Coalitions.Count);
        foreach (RowBatch<T> rows in game.Score(orders.Coalitions.AsMemory(), values.Memory))
            yield return rows;
        bool isConstant = IsConstant(game, values.Span);
        if (!isConstant)
            orders.Average(values.Span, game.Empty, game.Full, division.Shares, division.Errors);
        if (players == 2)
            Array.Clear(division.Errors);
        division.Estimate = new(IsExact: players == 2, isConstant, IsDetermined: true, draws);
    }
}
