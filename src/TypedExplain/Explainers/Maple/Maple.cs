using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Data;
using TypedExplain.Explainers.Maple;
using TypedExplain.Models;
using TypedExplain.Models.Forests.Growing;
using TypedExplain.Numerics;
using TypedExplain.Surrogates;

namespace TypedExplain;

/// <summary>
/// MAPLE (Plumb, Molitor and Talwalkar, 2018): a forest is grown on the model's answers for real rows, and an instance is
/// explained by a ridge regression over those rows, weighted by how many trees put them into the instance's leaf. Nothing
/// is drawn around the instance.
/// </summary>
/// <remarks>
/// What does not depend on the instance is done once per model, by <see cref="Fit"/>; the result explains many instances.
/// The forest splits the columns of encoded rows. The local fit has one slope per feature: numbers are standardized and a
/// flag or category counts 1 where it is the instance's, so that for records of numbers alone both see the same columns.
/// </remarks>
/// <typeparam name="T">The record.</typeparam>
public sealed record Maple<T>
    where T : IFeatureRecord<T>
{
    /// <summary>The real rows; at least 3.</summary>
    public required Dataset<T> Background { get; init; }

    /// <summary>Rows by which the number of features is chosen; null to take them from the background, where they are then not used otherwise.</summary>
    public Dataset<T>? Validation { get; init; }

    /// <summary>The share of the background that is taken where no <see cref="Validation"/> is given; between 0 and 1.</summary>
    [OptionRange(Above = 0, Below = 1)]
    public double ValidationFraction { get; init; } = 0.2;

    /// <summary>How many trees to grow, from 1 to 100,000.</summary>
    [OptionRange(AtLeast = 1, AtMost = ForestOptions.MostTrees)]
    public int Trees { get; init; } = 200;

    /// <summary>Different rows that every leaf keeps; at least 1.</summary>
    [OptionRange(AtLeast = 1)]
    public int MinLeafRows { get; init; } = 10;

    /// <summary>How many columns of the encoded row each split looks at, from 1 to all; null for half of them.</summary>
    [OptionRange(AtLeast = 1)]
    public int? FeaturesPerSplit { get; init; }

    /// <summary>α, the ridge penalty on standardized slopes, 0 or more; weights sum to the number of trees.</summary>
    [OptionRange(AtLeast = 0, Below = double.PositiveInfinity)]
    public double Ridge { get; init; } = 0.001;

    /// <summary>
    /// The scale on which the forest is grown, the local fits are made and effects are told; null for log odds where the model
    /// says that it answers with a probability (<see cref="IModelInfo{T}.KindOf"/>), and for any other answer as it is.
    /// </summary>
    public LinkFunction? Link { get; init; }

    /// <summary>The seed of the forest and of the division into training and validation rows.</summary>
    public int Seed { get; init; }

    /// <summary>The most threads that fit, at least 1; null for one per processor. The result is the same with any.</summary>
    [OptionRange(AtLeast = 1)]
    public int? MaxThreads { get; init; }

    /// <summary>Fits a model: asks it about every row once, grows the forest and chooses the number of features.</summary>
    /// <param name="model">A model with one output; choose one of several with <c>model.Output(...)</c>.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="InvalidDatasetException">There are fewer than 3 rows.</exception>
    /// <exception cref="InvalidModelException">The model has several outputs, or an answer is not a finite number.</exception>
    /// <exception cref="InvalidOptionException">An option is outside what it may be.</exception>
    /// <exception cref="NoFitException">The model's answers are too large to be fitted.</exception>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    public FittedMaple<T> Fit(IModel<T> model, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        T.Schema.RequireTable("MAPLE");
        CheckOptions();
        (Dataset<T> training, Dataset<T> validation) = Validation is { } given ? (Background, given) : Background.Split(ValidationFraction, Seed);
        AnswerScale scale = AnswerScale.Of(Link, model, "MAPLE");
        double[] answers = Ask(model, training, cancellation), responses = [.. answers], wanted = Ask(model, validation, cancellation);
        _ = scale.To(training.Encoded, responses, model.Outputs[0]);
        _ = scale.To(validation.Encoded, wanted, model.Outputs[0]);
        RandomForest<T> trainer = new()
        {
            Trees = Trees,
            MinLeafRows = MinLeafRows,
            FeaturesPerSplit = FeaturesPerSplit ?? Math.Max(1, T.Schema.Columns / 2),
            Seed = (int)new RandomStream(Seed, "MAPLE").Bits(0),
            MaxThreads = MaxThreads,
        };
        Forest<T> forest = trainer.Train(training.WithTarget(responses), cancellation);
        LeafWeights<T> weights = new(forest, training);

        double[] scores = Scores(forest);
        int[] order = [.. Enumerable.Range(0, scores.Length)];
        Ranking.Descending(scores, order);
        ImmutableArray<double> errors = Errors(weights, responses, validation, wanted, order, cancellation);
        int[] kept = [.. order.Take(RetainedFeatures.Count(errors)).Order()];
        return new(this, model, weights, scale, answers, responses, scores, errors, kept, training.Count + validation.Count);
    }

    /// <summary>The root mean squared error over the validation rows, by the number of features kept.</summary>
    private ImmutableArray<double> Errors(LeafWeights<T> weights, double[] responses, Dataset<T> validation, double[] wanted, int[] order, CancellationToken cancellation)
    {
        double[] answers = new double[validation.Count * order.Length];
        ParallelOptions options = new() { MaxDegreeOfParallelism = MaxThreads ?? Environment.ProcessorCount, CancellationToken = cancellation };
        Parallel.For(0, validation.Count, options, row =>
        {
            using LeafSamples<T> samples = new(weights, responses, Background.Statistics, validation.Encoded[row]);
            using Pooled memory = new(NormalEquations.MemoryFor(order.Length));
            Span<double> own = answers.AsSpan(row * order.Length, order.Length);
            NestedRidge.Predict(samples.Equations(memory.Span), order, Ridge, samples.Point, own);
            foreach (ref double answer in own)
                answer += samples.ResponseOrigin;
        });
        ImmutableArray<double> errors = RetainedFeatures.Errors(answers, wanted);
        if (!errors.All(double.IsFinite))
            throw new NoFitException($"The validation of MAPLE overflowed: the model's answers, such as {responses[0].ToString("G4", CultureInfo.InvariantCulture)}, are too large. Let the model answer in a larger unit.");
        return errors;
    }

    /// <summary>The scores of the features; the columns of a category count together.</summary>
    private static double[] Scores(Forest<T> forest)
    {
        double[] columns = RootImpurity.Scores(forest.Trees.Select(tree => tree.Root), T.Schema.Columns);
        double[] scores = new double[T.Schema.Features.Length];
        foreach (Feature<T> feature in T.Schema.Features)
        {
            foreach (double score in columns.AsSpan(feature.Column, feature.ColumnCount))
                scores[feature.Index] += score;
        }

        return scores;
    }

    private static double[] Ask(IModel<T> model, Dataset<T> rows, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        double[] answers = new double[rows.Count];
        model.ScoreOne(rows.Encoded, answers, cancellation);
        cancellation.ThrowIfCancellationRequested();
        return answers;
    }

    private void CheckOptions()
    {
        int fewest = Validation is null ? 3 : 2;
        if (Background.Given("MAPLE").Count < fewest)
            throw new InvalidDatasetException($"MAPLE cannot be fitted to {Background.Count} row{(Background.Count == 1 ? "" : "s")} of {T.Schema.Name}; it needs at least {fewest}.");
        if (!(ValidationFraction > 0 && ValidationFraction < 1))
            throw Invalid(nameof(ValidationFraction), ValidationFraction, "between 0 and 1");
        if (!(Ridge >= 0 && double.IsFinite(Ridge)))
            throw Invalid(nameof(Ridge), Ridge, "0 or more");
        foreach ((string option, int? value) in (ReadOnlySpan<(string, int?)>)[(nameof(Trees), Trees), (nameof(MinLeafRows), MinLeafRows), (nameof(MaxThreads), MaxThreads)])
        {
            if (value < 1)
                throw Invalid(option, value.Value, "at least 1");
        }

        if (Trees > ForestOptions.MostTrees)
            throw Invalid(nameof(Trees), Trees, $"at most {ForestOptions.MostTrees}");
        if (FeaturesPerSplit < 1 || FeaturesPerSplit > T.Schema.Columns)
            throw Invalid(nameof(FeaturesPerSplit), FeaturesPerSplit.Value, $"from 1 to {T.Schema.Columns}, the columns of {T.Schema.Name}, or null for half of them");

        static InvalidOptionException Invalid(string option, double value, string allowed) =>
            new(string.Create(CultureInfo.InvariantCulture, $"{option} of MAPLE is {value}; it must be {allowed}."));
    }
}
