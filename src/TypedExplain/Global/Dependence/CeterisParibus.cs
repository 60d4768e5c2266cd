using TypedExplain.Global.Dependence;
using TypedExplain.Global.Grids;
using TypedExplain.Global.Units;
using TypedExplain.Data;
using TypedExplain.Global.Work;

namespace TypedExplain;

/// <summary>
/// What if one feature of an instance were another: the model's answers for it with each value that the background has, all else as it is.
/// A curve of the model, not advice: changes that nobody can make are among its points, and <c>Recourse</c> knows which those are.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public sealed record CeterisParibus<T>
    where T : IFeatureRecord<T>
{
    private const string Method = "what if";
    private const int MostPoints = 1_000;

    /// <summary>The rows whose values are tried, and by which it is told how usual a value is.</summary>
    public required Dataset<T> Background { get; init; }

    /// <summary>How many values of a number there are at most, from 2 to 1000.</summary>
    [OptionRange(AtLeast = 2, AtMost = MostPoints)]
    public int Points { get; init; } = 20;

    /// <summary>How many categories there are at most, the most frequent ones, from 1 to 1000.</summary>
    [OptionRange(AtLeast = 1, AtMost = MostPoints)]
    public int Categories { get; init; } = 50;

    /// <summary>The curve of one feature.</summary>
    /// <param name="model">A model with one output.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="feature">The feature.</param>
    /// <param name="cancellation">Ends the work early, also within a batch.</param>
    /// <exception cref="InvalidDatasetException">No row of the background has a value.</exception>
    /// <exception cref="InvalidFeatureException">The instance holds a value that its schema does not allow.</exception>
    /// <exception cref="InvalidModelException">The model has several outputs, or an answer is not a finite number.</exception>
    /// <exception cref="InvalidOptionException">An option is outside what it may be, or the record has texts or images.</exception>
    public CeterisParibusCurve<T> Of(IModel<T> model, T instance, Feature<T> feature, CancellationToken cancellation = default) => Begin(model, instance, feature, cancellation).Finish(model, cancellation);

    /// <summary>The curve of one feature, by a model that is awaited.</summary>
    /// <param name="model">A model with one output.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="feature">The feature.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public ValueTask<CeterisParibusCurve<T>> OfAsync(IAsyncModel<T> model, T instance, Feature<T> feature, CancellationToken cancellation = default) => Begin(model, instance, feature, cancellation).FinishAsync(model, cancellation);

    /// <summary>Begins the curve of one feature: one row for each value and one for the instance as it is.</summary>
    /// <param name="model">What is known of the model; one output.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="feature">The feature.</param>
    /// <param name="cancellation">Ends what the run itself computes.</param>
    public Run<T, CeterisParibusCurve<T>> Begin(IModelInfo<T> model, T instance, Feature<T> feature, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (instance is null)
            throw new ArgumentNullException(nameof(instance));
        ArgumentNullException.ThrowIfNull(feature);
        return new(Steps(model, instance, feature, cancellation)) { Method = "CeterisParibus" };
    }

    private IEnumerable<RunStep<T, CeterisParibusCurve<T>>> Steps(IModelInfo<T> model, T instance, Feature<T> feature, CancellationToken cancellation)
    {
        T.Schema.RequireTable("A what-if curve");
        _ = Background.Given(Method);
        GlobalOptions.Require(Points, nameof(Points), Method, 2, MostPoints);
        GlobalOptions.Require(Categories, nameof(Categories), Method, 1, MostPoints);
        model.RequireOneOutput();
        Dataset<T> own = new([instance]);
        FeatureGrid<T> grid = FeatureGrid<T>.Of(FeatureUnit<T>.Known(feature, Method), Background, default, Points, Categories);
        if (!grid.Unit.IsOpen(own.Encoded[0]))
            throw new InvalidOptionException($"The instance has nothing that {T.Schema.Name}.{feature.Name} is a part of, so that it cannot be changed alone; take another feature.");
        WhatIfQuestions<T> questions = new(own, grid);
        foreach (RowBatch<T> batch in new Asking<T>(model, own, null, questions.Count, cancellation).Ask(questions))
            yield return batch;
        yield return new CeterisParibusCurve<T>
        {
            Instance = instance,
            Prediction = questions.Own,
            Feature = feature,
            Points = [.. grid.Points.Select((point, i) => new CurvePoint(point, questions[i], double.NaN, 0))],
            Output = model.Outputs[0],
            Kind = model.KindOf(0),
            Rows = 1,
            RowsLeftOut = 0,
            CategoriesLeftOut = grid.LeftOut,
            Queries = questions.Count,
            Notes = [.. FeatureNotes.Of([feature])],
        };
    }
}
