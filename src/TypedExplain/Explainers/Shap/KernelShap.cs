using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Explainers.Shap;
using TypedExplain.Numerics;
using TypedExplain.Surrogates.Coalitions;
using TypedExplain.Surrogates.Coalitions.Pairs;

namespace TypedExplain;

/// <summary>
/// KernelSHAP: Shapley values of any model from its answers about coalitions of features. With few features every coalition is
/// listed and the values are exact; with many, coalitions are drawn in pairs, with standard errors.
/// </summary>
/// <remarks>
/// Pairs of a coalition and its complement are drawn by leverage without replacement (Musco and Witter, 2025), and half their difference is
/// one observation. A Gaussian process over products of odd numbers of features, which alone make Shapley values (Fumagalli and others,
/// 2026), is fitted to them; its values are exact and are corrected by what it is off by at pairs left out (Witter, Liu and Musco,
/// 2025). Where questions are cheap, the published estimator is taken: see <see cref="Estimator"/>.
/// </remarks>
/// <typeparam name="T">The record.</typeparam>
public sealed partial record KernelShap<T> : CoalitionExplainer<T>
    where T : IFeatureRecord<T>
{
    private const int UsualSamples = 2048;

    // So many rows cost most models more than the adjusted fit does.
    private const long ManyRows = 20_000;

    /// <inheritdoc/>
    public override string Name => "KernelSHAP";

    /// <summary>
    /// How many coalitions the model is asked about at most where they are not all listed; at least 2 per feature. By
    /// default 2048 and 2 per feature that differs from the background.
    /// </summary>
    [OptionRange(AtLeast = 2)]
    public int? Samples { get; init; }

    /// <summary>
    /// Up to how many features that differ from the background every coalition is listed, whatever the budget; from 0
    /// to 16.
    /// </summary>
    [OptionRange(AtLeast = 0, AtMost = ShapleyFormula.MaxPlayers)]
    public int ExactUpTo { get; init; } = 8;

    /// <summary>How coalitions are chosen and what is made of them.</summary>
    public CoalitionEstimator Estimator { get; init; }

    /// <summary>
    /// Which features get a share; all by default. The others get 0, so that shares are no Shapley values, but they
    /// still sum to the difference. The reference implementation keeps 10 unless told otherwise. A selection is made from one
    /// additive fit, so it takes the published estimator, whatever <see cref="Estimator"/> says.
    /// </summary>
    public FeatureSelection Selection { get; init; } = FeatureSelection.All;

    private protected override Description Describe() =>
        Describe(nameof(KernelShap<>)).With("samples", Samples).With("exactUpTo", ExactUpTo).With("estimator", Estimator.ToString()).With("selection", Selection);

    private protected override void CheckOptions()
    {
        _ = Selection.Given(nameof(Selection), Name);
        int features = T.Schema.Features.Length;
        if (Estimator is not (CoalitionEstimator.Automatic or CoalitionEstimator.Adjusted or CoalitionEstimator.Published))
            throw Invalid(nameof(Estimator), (int)Estimator, "Automatic, Adjusted or Published");
        if (ExactUpTo is < 0 or > ShapleyFormula.MaxPlayers)
            throw Invalid(nameof(ExactUpTo), ExactUpTo, string.Create(CultureInfo.InvariantCulture, $"from 0 to {ShapleyFormula.MaxPlayers}"));
        if (Samples is { } samples && samples < 2 * features)
            throw Invalid(nameof(Samples), samples, string.Create(CultureInfo.InvariantCulture, $"at least {2 * features}, 2 for each feature of {T.Schema.Name}"));
    }

    private protected override IEnumerable<RowBatch<T>> Divide(CoalitionGame<T> game, Division division, CancellationToken cancellation)
    {
        int players = game.Players.Length, budget = BudgetOf(players);
        if (ListsAll(players))
            return List(game, division);

        bool isAdjusted = IsAdjusted(players);
        long table = isAdjusted ? PairShares.TableLength(players, budget / 2) : CoalitionFit.TableLength(Selection == FeatureSelection.All ? budget : 2L * budget, players + 1);
        if (table > MemoryLimit.Numbers)
            throw Invalid(nameof(Samples), budget, string.Create(CultureInfo.InvariantCulture, $"at most {(long)budget * MemoryLimit.Numbers / table} with {players} features"));
        cancellation.ThrowIfCancellationRequested();
        return isAdjusted ? Adjust(game, Pairs(game), division, cancellation) : Fit(game, Sample(game), division, cancellation);
    }

    private protected override bool ListsAll(int players) => BudgetOf(players) == AllOf(players) && players <= ShapleyFormula.MaxPlayers && Selection == FeatureSelection.All;

    private protected override (int Coalitions, string Way) Coalitions(CoalitionGame<T> game)
    {
        int players = game.Players.Length;
        if (ListsAll(players))
            return (AllOf(players), string.Create(CultureInfo.InvariantCulture, $"all {AllOf(players)} coalitions of the {players} features that differ from the background are listed, and the values are exact"));
        (CoalitionSet sample, bool isComplete) = IsAdjusted(players) ? (Pairs(game).Coalitions, Plan(players).AllTaken) : (Sample(game).Coalitions, Sample(game).Plan.IsComplete);
        return (sample.Count, isComplete
            ? string.Create(CultureInfo.InvariantCulture, $"all {sample.Count} coalitions of {players} features go into one fit of the features that are selected")
            : string.Create(CultureInfo.InvariantCulture, $"{sample.Count} coalitions of {players} features are sampled, and the values have standard errors: there are {(players < 31 ? AllOf(players) : "more than a billion")}, and up to {ExactUpTo} features all would be listed (ExactUpTo)"));
    }

    private bool IsAdjusted(int players) => Selection == FeatureSelection.All && Estimator switch
    {
        CoalitionEstimator.Automatic => Samples < UsualSamples + (2 * players) || (long)BudgetOf(players) * Background.Count >= ManyRows,
        CoalitionEstimator.Adjusted => true,
        _ => false,
    };

    private static int AllOf(int players) => players < 31 ? (1 << players) - 2 : int.MaxValue;

    private int BudgetOf(int players) => players <= ExactUpTo ? AllOf(players) : Math.Min(AllOf(players), Samples ?? UsualSamples + (2 * players));

    private CoalitionSample Sample(CoalitionGame<T> game) => new(new(game.Players.Length, BudgetOf(game.Players.Length)), new RandomStream(Seed, "coalitions").For(game.Instance));

    private PairPlan Plan(int players) => new(players, BudgetOf(players) / 2);

    private PairSample Pairs(CoalitionGame<T> game) => new(Plan(game.Players.Length), new RandomStream(Seed, "pairs").For(game.Instance));

    /// <summary>All coalitions, by the definition.</summary>
    private static IEnumerable<RowBatch<T>> List(CoalitionGame<T> game, Division division)
    {
        ulong[] coalitions = new ulong[(1 << game.Players.Length) - 2];
        for (int i = 0; i < coalitions.Length; i++)
            coalitions[i] = (ulong)i + 1;
        using Pooled values = new(coalitions.Length + 2);
        values.Span[0] = game.Empty;
        values.Span[^1] = game.Full;
        foreach (RowBatch<T> rows in game.Score(coalitions, values.Memory[1..^1]))
            yield return rows;
        ShapleyFormula.Fill(values.Span, division.Shares);
        division.Estimate = new(IsExact: true, IsConstant(game, values.Span), IsDetermined: true, Draws: 0);
    }

    /// <summary>Some pairs, by a fitted game and what it is off by.</summary>
    private static IEnumerable<RowBatch<T>> Adjust(CoalitionGame<T> game, PairSample pairs, Division division, CancellationToken cancellation)
    {
        using Pooled values = new(pairs.Coalitions.Count);
        foreach (RowBatch<T> rows in game.Score(pairs.Coalitions.AsMemory(), values.Memory))
            yield return rows;
        cancellation.ThrowIfCancellationRequested();
        bool isConstant = IsConstant(game, values.Span), isExact = pairs.Plan.AllTaken;
        bool isDetermined = isConstant || new PairShares(pairs).Fill(values.Span, game.Empty, game.Full, division.Shares, division.Errors, cancellation);
        division.Estimate = new(isExact, isConstant, isDetermined, pairs.Plan.Drawn);
    }

    /// <summary>Some coalitions, by weighted least squares.</summary>
    private IEnumerable<RowBatch<T>> Fit(CoalitionGame<T> game, CoalitionSample sample, Division division, CancellationToken cancellation)
    {
        using Pooled values = new(sample.Coalitions.Count);
        foreach (RowBatch<T> rows in game.Score(sample.Coalitions.AsMemory(), values.Memory))
            yield return rows;
        cancellation.ThrowIfCancellationRequested();
        division.Estimate = Fit(game, sample, values.Span, division.Shares, division.Errors);
    }

    private Estimate Fit(CoalitionGame<T> game, CoalitionSample sample, Span<double> values, Span<double> shares, Span<double> errors)
    {
        bool isConstant = IsConstant(game, values), isExact = sample.Plan.IsComplete;
        if (isConstant)
            return new(isExact, isConstant, IsDetermined: true, sample.Draws);

        foreach (ref double value in values)
            value -= game.Empty;
        int[] chosen = new int[shares.Length];
        int count = PlayerSelection.Select(Selection, sample.Coalitions, values, game.Full - game.Empty, chosen);
        using CoalitionFit fit = new(sample.Coalitions, values, game.Full - game.Empty, chosen.AsSpan(0, count));
        fit.Shapley(shares);
        if (!isExact)
            fit.StandardErrors(sample, errors);
        return new(isExact, isConstant, fit.IsDetermined, sample.Draws);
    }
}
