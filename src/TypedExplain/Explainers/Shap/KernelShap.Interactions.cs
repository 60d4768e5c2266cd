using System.Globalization;
using TypedExplain.Explainers;
using TypedExplain.Explainers.Shap;
using TypedExplain.Models;
using TypedExplain.Numerics;
using TypedExplain.Surrogates.Coalitions.Pairs;

namespace TypedExplain;

public sealed partial record KernelShap<T>
{
    /// <summary>
    /// Divides contributions further, into what each feature adds alone and what each two add together. The model is asked what it
    /// is asked for the contributions.
    /// </summary>
    /// <param name="model">A model with one output; choose one of several with <c>model.Output(...)</c>.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="InvalidFeatureException">The instance holds a value that its schema does not allow.</exception>
    /// <exception cref="InvalidModelException">The model has several outputs, or an answer cannot be used.</exception>
    /// <exception cref="InvalidOptionException">An option is outside what it may be, is the published estimator or a selection, or more than 256 features differ from the background.</exception>
    /// <exception cref="NoFitException">The model's answers are too large for a double to add up.</exception>
    public ShapInteractions<T> Interactions(IModel<T> model, T instance, CancellationToken cancellation = default) => BeginInteractions(model, instance, cancellation).Finish(model, cancellation);

    /// <summary>Begins to find interactions: nothing is asked yet, and options are checked at the first step.</summary>
    /// <param name="model">What is known of the model; one output.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="cancellation">Ends what the run itself computes.</param>
    public Run<T, ShapInteractions<T>> BeginInteractions(IModelInfo<T> model, T instance, CancellationToken cancellation = default) => new(InteractionSteps(model, instance, cancellation)) { Method = Name };

    private IEnumerable<RunStep<T, ShapInteractions<T>>> InteractionSteps(IModelInfo<T> model, T instance, CancellationToken cancellation)
    {
        CheckAllOptions();
        if (Estimator == CoalitionEstimator.Published || Selection != FeatureSelection.All)
            throw new InvalidOptionException($"{(Estimator == CoalitionEstimator.Published ? nameof(Estimator) : nameof(Selection))} of {Name} is set, and interactions are found by the adjusted estimator of all features only. Leave it out.");
        _ = AnswerScale.Of(Link, model, Name);
        using CoalitionGame<T> game = new(model, instance, Background, Link);
        yield return game.Asked;
        if (game.Complete().Asked is { } standIn)
            yield return standIn;
        int players = game.Players.Length;
        if (players > ParitySearch.MostPlayers)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"{players} features of {T.Schema.Name} differ from the Background of {Name}; interactions can be found of at most {ParitySearch.MostPlayers}. Give a background that they agree with."));
        if (players < 2)
        {
            yield return Told(game, instance, [.. Enumerable.Repeat(game.Full - game.Empty, players)], null, [], null, Caveats.None);
            yield break;
        }

        PairSample pairs = Pairs(game);
        using Pooled values = new(pairs.Coalitions.Count);
        foreach (RowBatch<T> rows in game.Score(pairs.Coalitions.AsMemory(), values.Memory))
            yield return rows;
        cancellation.ThrowIfCancellationRequested();
        int count = players * (players - 1) / 2;
        double[] shares = new double[players], errors = new double[players], both = new double[count + players], bothErrors = new double[count + players];
        bool isConstant = IsConstant(game, values.Span), isDetermined = true;
        if (!isConstant)
        {
            isDetermined = new PairShares(pairs).Fill(values.Span, game.Empty, game.Full, shares, errors, cancellation);
            new PairInteractions(pairs).Fill(values.Span, game.Empty, game.Full, shares, both, bothErrors, cancellation);
        }

        double worst = VectorOps.MaxAbs(bothErrors);
        for (int i = 0; i < players; i++)
        {
            shares[i] += both[count + i];
            errors[i] = Math.Sqrt((errors[i] * errors[i]) + (bothErrors[count + i] * bothErrors[count + i]));
        }

        bool isExact = pairs.Plan.AllTaken;
        yield return Told(game, instance, shares, isExact ? null : errors, both[..count], isExact ? null : bothErrors,
            (isConstant ? Caveats.ConstantModel : Caveats.None) | (isDetermined && double.IsFinite(worst) ? Caveats.None : Caveats.FewEffectiveSamples));
    }

    private ShapInteractions<T> Told(CoalitionGame<T> game, T instance, double[] main, double[]? errors, double[] both, double[]? bothErrors, Caveats caveats)
    {
        if (!double.IsFinite(VectorOps.MaxAbs(main)) || !double.IsFinite(VectorOps.MaxAbs(both)))
            throw ShapValues<T>.TooLarge(game.Instance, game.Full);
        List<ShapInteraction<T>> pairs = [];
        for (int i = 0, at = 0; i < main.Length; i++)
        {
            for (int j = i + 1; j < main.Length; j++, at++)
                pairs.Add(new(game.Players[i], game.Players[j], both[at] + 0.0, bothErrors?[at]));
        }

        return new(instance, game.Instance, OfFeatures(game, main), errors is null ? null : OfFeatures(game, errors))
        {
            Output = game.Output,
            Prediction = game.Full,
            BaseValue = game.Empty,
            Pairs = [.. pairs],
            Queries = game.Queries,
            Caveats = caveats | FitCaveats.Of(game.Loss),
            Explainer = this,
        };
    }
}
