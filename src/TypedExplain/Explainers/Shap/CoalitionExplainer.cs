using System.Globalization;
using TypedExplain.Explainers;
using TypedExplain.Explainers.Shap;
using TypedExplain.Explanations;
using TypedExplain.Models;
using TypedExplain.Numerics;

namespace TypedExplain;

/// <summary>
/// What KernelSHAP and permutation SHAP share: any model, asked in one batch about coalitions of features with the
/// instance's values in rows of a background. The methods differ in the coalitions and in what they make of them.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public abstract partial record CoalitionExplainer<T> : IShapExplainer<T>
    where T : IFeatureRecord<T>
{
    private protected CoalitionExplainer()
    {
    }

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <summary>
    /// Reference rows, at least one, whose values stand in for features that are not known: a data set, or a small one
    /// made by <see cref="Summary.Summarize"/>. The model is asked about every coalition with each of them.
    /// </summary>
    public required WeightedRows<T> Background { get; init; }

    /// <summary>
    /// The scale on which contributions are added up; the model's own by default, of a probability too: shares of a probability
    /// add up as they are and leave no bounds, as slopes of a surrogate do.
    /// </summary>
    public LinkFunction Link { get; init; }

    /// <summary>The seed of every random number; the same seed gives the same bits.</summary>
    public int Seed { get; init; }

    Description IDescribed.Describe() => Describe();

    /// <inheritdoc/>
    public Run<T, ShapValues<T>> BeginValues(IModelInfo<T> model, T instance, CancellationToken cancellation = default) => new(Steps(model, instance, cancellation)) { Method = Name };

    /// <inheritdoc/>
    public Run<T, Explanation<T>> Begin(IModelInfo<T> model, T instance, CancellationToken cancellation = default) => new(Linear(model, instance, cancellation)) { Method = Name };

    /// <inheritdoc/>
    public ShapValues<T> Values(IModel<T> model, T instance, CancellationToken cancellation = default) => BeginValues(model, instance, cancellation).Finish(model, cancellation);

    /// <inheritdoc/>
    public Explanation<T> Explain(IModel<T> model, T instance, CancellationToken cancellation = default) => Begin(model, instance, cancellation).Finish(model, cancellation);

    private IEnumerable<RunStep<T, ShapValues<T>>> Steps(IModelInfo<T> model, T instance, CancellationToken cancellation)
    {
        CheckAllOptions();
        AnswerScale scale = AnswerScale.Of(Link, model, Name);

        using CoalitionGame<T> game = new(model, instance, Background, Link);
        yield return game.Asked;
        if (game.Complete().Asked is { } standIn)
            yield return standIn;
        Division division = new(game);
        if (game.Players.Length == 1)
        {
            division.Shares[0] = game.Full - game.Empty;
        }
        else if (game.Players.Length > 1)
        {
            foreach (RowBatch<T> rows in Divide(game, division, cancellation))
                yield return rows;
        }

        yield return Told(model, instance, game, scale, division);
    }

    private protected void CheckAllOptions()
    {
        T.Schema.RequireTable(Name);
        if (Background is null)
            throw new InvalidOptionException($"Background of {Name} is not given; it must be rows of {T.Schema.Name} whose values stand in for features that are not known.");
        if (Link is not (LinkFunction.Identity or LinkFunction.Logit))
            throw Invalid(nameof(Link), (int)Link, "Identity or Logit");
        CheckOptions();
    }

    private ShapValues<T> Told(IModelInfo<T> model, T instance, CoalitionGame<T> game, AnswerScale scale, Division division)
    {
        Estimate estimate = division.Estimate;
        double worst = VectorOps.MaxAbs(division.Errors);
        return new(instance, game.Instance, OfFeatures(game, division.Shares), estimate.IsExact ? null : OfFeatures(game, division.Errors))
        {
            Output = game.Output,
            Kind = model.KindOf(0),
            Scale = scale,
            ModelOutput = model.Outputs[0],
            Answer = game.Answer,
            BaseAnswer = game.BaseAnswer,
            Prediction = game.Full,
            BaseValue = game.Empty,
            Queries = game.Queries,
            RowLoss = game.Loss,
            Convergence = estimate.IsExact ? Convergence.Exact : new(SolveStatus.Sampled, estimate.Draws, worst),
            Caveats = (estimate.IsConstant ? Caveats.ConstantModel : Caveats.None)
                | (estimate.IsDetermined && double.IsFinite(worst) ? Caveats.None : Caveats.FewEffectiveSamples)
                | FitCaveats.Of(game.Loss),
            Explainer = this,
            BackgroundAnswers = game.Answers,
        };
    }

    private IEnumerable<RunStep<T, Explanation<T>>> Linear(IModelInfo<T> model, T instance, CancellationToken cancellation)
    {
        foreach (RunStep<T, ShapValues<T>> step in Steps(model, instance, cancellation))
        {
            if (step.Asked is { } rows)
                yield return rows;
            else
                yield return LinearForm.Of(step.Result!, Background, () => LinkedAnswers(step.Result!));
        }
    }

    private double[] LinkedAnswers(ShapValues<T> values) => Link == LinkFunction.Identity
        ? values.BackgroundAnswers
        : [.. values.BackgroundAnswers.Select(answer => answer is > 0 and < 1 ? VectorMath.Log(answer / (1 - answer)) : double.NaN)];

    /// <summary>The method with its options, those that it adds too.</summary>
    private protected abstract Description Describe();

    /// <summary>The options that both have.</summary>
    private protected Description Describe(string type) =>
        Description.OfLibrary(type).With("background", Background).With("link", Link.ToString()).With("seed", Seed);

    /// <summary>Divides v(all) − v(∅) among two players or more.</summary>
    /// <param name="game">The game.</param>
    /// <param name="division">Where φ and the standard errors go, one number per player, and what is said of them.</param>
    /// <param name="cancellation">Ends the method's own computing.</param>
    private protected abstract IEnumerable<RowBatch<T>> Divide(CoalitionGame<T> game, Division division, CancellationToken cancellation);

    /// <summary>Checks the options that the method adds.</summary>
    private protected abstract void CheckOptions();

    /// <summary>An error that names an option, its value and what is allowed.</summary>
    private protected InvalidOptionException Invalid(string option, double value, string allowed) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{option} of {Name} is {value}; it must be {allowed}."));

    /// <summary>Whether the game has the same value, to the bit, for every coalition.</summary>
    private protected static bool IsConstant(CoalitionGame<T> game, ReadOnlySpan<double> values) =>
        game.Full == game.Empty && !values.ContainsAnyExcept(game.Empty);

    private protected static double[] OfFeatures(CoalitionGame<T> game, ReadOnlySpan<double> ofPlayers)
    {
        double[] values = new double[T.Schema.Features.Length];
        for (int player = 0; player < ofPlayers.Length; player++)
            values[game.Players[player].Index] = ofPlayers[player] + 0.0;
        return values;
    }

    /// <summary>What each player gets.</summary>
    private protected sealed class Division(CoalitionGame<T> game)
    {
        /// <summary>φ of each player.</summary>
        public double[] Shares { get; } = new double[game.Players.Length];

        /// <summary>Its standard error.</summary>
        public double[] Errors { get; } = new double[game.Players.Length];

        /// <summary>What the method says of them.</summary>
        public Estimate Estimate { get; set; } = new(IsExact: true, IsConstant: game.Full == game.Empty, IsDetermined: true, Draws: 0);
    }

    /// <summary>What a method says of its shares.</summary>
    /// <param name="IsExact">Whether they are exact; if not they have standard errors.</param>
    /// <param name="IsConstant">Whether every coalition had the same value.</param>
    /// <param name="IsDetermined">Whether the coalitions tell all players apart.</param>
    /// <param name="Draws">How many draws were made.</param>
    private protected readonly record struct Estimate(bool IsExact, bool IsConstant, bool IsDetermined, int Draws);
}
