using System.Globalization;
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

    private protected override bool ListsAll(int players) => players == 2;

    private protected override (int Coalitions, string Way) Coalitions(CoalitionGame<T> game)
    {
        int players = game.Players.Length, coalitions = Orders(game).Coalitions.Count;
        return (coalitions, players == 2
            ? "both orders of the 2 features that differ from the background are taken, and the values are exact"
            : string.Create(CultureInfo.InvariantCulture, $"{Permutations} orders of {players} features are drawn and taken both ways, which makes {coalitions} different coalitions"));
    }

    // Two players have one order and its reverse, and no others.
    private int DrawsOf(int players) => players == 2 ? 1 : Permutations;

    private PlayerPermutations Orders(CoalitionGame<T> game) => new(game.Players.Length, DrawsOf(game.Players.Length), new RandomStream(Seed, "permutations").For(game.Instance));

    private protected override IEnumerable<RowBatch<T>> Divide(CoalitionGame<T> game, Division division, CancellationToken cancellation)
    {
        int players = game.Players.Length, draws = DrawsOf(players);
        if ((long)draws * 2 * (players + 1) > MemoryLimit.Numbers)
            throw Invalid(nameof(Permutations), draws, $"at most {MemoryLimit.Numbers / (2 * (players + 1))} with {players} features");
        cancellation.ThrowIfCancellationRequested();
        PlayerPermutations orders = Orders(game);
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
