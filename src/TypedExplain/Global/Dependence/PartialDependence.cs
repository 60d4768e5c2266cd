using TypedExplain.Data;
using TypedExplain.Errors;
using TypedExplain.Global.Dependence;
using TypedExplain.Global.Grids;
using TypedExplain.Global.Units;
using TypedExplain.Global.Work;
using TypedExplain.Numerics;

namespace TypedExplain;

/// <summary>
/// Partial dependence (Friedman, 2001): the model's mean answer where every row of a background gets the same value of a feature, for one
/// value after the other; and the curves of single rows that it is the mean of, the individual conditional expectations. A feature that
/// has no value in a row gets one, and in turn none. The answer is taken as it is, probabilities too.
/// </summary>
/// <remarks>Values are put into rows that may not occur with them: look at the support of a point, and at accumulated local effects.</remarks>
/// <typeparam name="T">The record.</typeparam>
public sealed partial record PartialDependence<T>
    where T : IFeatureRecord<T>
{
    private const string Method = "partial dependence";
    private const int MostPoints = 10_000, MostCells = 1_000_000;

    /// <summary>The rows whose mean is taken.</summary>
    public required Dataset<T> Background { get; init; }

    /// <summary>How many points a number has at most, 2 to 10,000; fewer where it has fewer values.</summary>
    [OptionRange(AtLeast = 2, AtMost = MostPoints)]
    public int Points { get; init; } = 20;

    /// <summary>Where the points of a number lie.</summary>
    public GridSpacing Spacing { get; init; }

    /// <summary>How many categories are looked at, 1 to 10,000: the most frequent in the background. The rest are named in the result. A feature of more ranks is looked at as a number is.</summary>
    [OptionRange(AtLeast = 1, AtMost = MostPoints)]
    public int Categories { get; init; } = 50;

    /// <summary>How many curves of single rows are kept, at random; 0 or more.</summary>
    [OptionRange(AtLeast = 0)]
    public int Curves { get; init; } = 50;

    /// <summary>Whether curves are differences from the answer at the first point, so that those of different rows can be compared.</summary>
    public bool Centered { get; init; }

    /// <summary>Which rows' curves are kept.</summary>
    public int Seed { get; init; }

    /// <summary>The partial dependence on one feature.</summary>
    /// <param name="model">A model with one output; choose one of several with <c>model.Output(...)</c>.</param>
    /// <param name="feature">The feature, or what says that it has no value.</param>
    /// <param name="progress">Learns after every batch how far it is.</param>
    /// <param name="cancellation">Ends the work early, also within a batch.</param>
    /// <exception cref="InvalidDatasetException">No row of the background has a value.</exception>
    /// <exception cref="InvalidModelException">The model has several outputs, or an answer is not a finite number.</exception>
    /// <exception cref="InvalidOptionException">An option is outside what it may be, or the record has texts or images.</exception>
    public PartialDependenceCurve<T> Of(IModel<T> model, Feature<T> feature, IProgress<GlobalProgress>? progress = null, CancellationToken cancellation = default) =>
        Begin(model, feature, progress, cancellation).Finish(model, cancellation);

    /// <summary>The partial dependence on one feature, by a model that is awaited.</summary>
    /// <param name="model">A model with one output.</param>
    /// <param name="feature">The feature.</param>
    /// <param name="progress">Learns after every batch how far it is.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public ValueTask<PartialDependenceCurve<T>> OfAsync(IAsyncModel<T> model, Feature<T> feature, IProgress<GlobalProgress>? progress = null, CancellationToken cancellation = default) =>
        Begin(model, feature, progress, cancellation).FinishAsync(model, cancellation);

    /// <summary>Begins the partial dependence on one feature.</summary>
    /// <param name="model">What is known of the model; one output.</param>
    /// <param name="feature">The feature.</param>
    /// <param name="progress">Learns after every batch how far it is.</param>
    /// <param name="cancellation">Ends what the run itself computes.</param>
    public Run<T, PartialDependenceCurve<T>> Begin(IModelInfo<T> model, Feature<T> feature, IProgress<GlobalProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(feature);
        return new(Steps(model, feature, progress, cancellation)) { Method = "PartialDependence" };
    }

    /// <summary>What the partial dependence on one feature will ask for. The model is not asked; options are checked.</summary>
    /// <param name="model">What is known of the model; one output.</param>
    /// <param name="feature">The feature.</param>
    public GlobalPlan Plan(IModelInfo<T> model, Feature<T> feature)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(feature);
        Check(model);
        FeatureGrid<T> grid = Grid(feature);
        long rows = (long)grid.Count * grid.Rows.Length;
        return new(Method, rows, Asking<T>.BatchesOf(rows), $"{grid.Count} {Noun.Of(grid.Count, "value")} of {feature.Name} in each of {grid.Rows.Length} {Noun.Of(grid.Rows.Length, "row")}");
    }

    private IEnumerable<RunStep<T, PartialDependenceCurve<T>>> Steps(IModelInfo<T> model, Feature<T> feature, IProgress<GlobalProgress>? progress, CancellationToken cancellation)
    {
        Check(model);
        FeatureGrid<T> grid = Grid(feature);
        int[] kept = [.. new Shuffle(new RandomStream(Seed, "ice")).Permutation(grid.Rows.Length).Take(Curves).Order()];
        DependenceQuestions<T> questions = new(Background, [grid], grid.Rows, Centered, kept);
        foreach (RowBatch<T> batch in new Asking<T>(model, Background, progress, questions.Count, cancellation).Ask(questions))
            yield return batch;
        yield return new PartialDependenceCurve<T>
        {
            Feature = feature,
            Points = [.. grid.Points.Select((point, i) => new CurvePoint(point, questions.Mean(i), questions.StandardError(i), grid.Rows.Length - 1))],
            Curves = [.. kept.Select((row, i) => new IceCurve(grid.Rows[row], [.. questions.CurveOf(i)]))],
            IsCentered = Centered,
            Output = model.Outputs[0],
            Kind = model.KindOf(0),
            Rows = grid.Rows.Length,
            RowsLeftOut = Background.Count - grid.Rows.Length,
            CategoriesLeftOut = grid.LeftOut,
            Queries = questions.Count,
            Notes = [.. FeatureNotes.Of([feature]), .. GridNotes.Of(grid, Background.Count)],
        };
    }

    private FeatureGrid<T> Grid(Feature<T> feature) => FeatureGrid<T>.Of(FeatureUnit<T>.Known(feature, Method), Background, Spacing, Points, Categories);

    private void Check(IModelInfo<T> model)
    {
        T.Schema.RequireTable("Partial dependence");
        _ = Background.Given(Method);
        GlobalOptions.Require(Points, nameof(Points), Method, 2, MostPoints);
        GlobalOptions.Require(Categories, nameof(Categories), Method, 1, MostPoints);
        GlobalOptions.Require(Curves, nameof(Curves), Method, 0);
        GlobalOptions.Require(Spacing, nameof(Spacing), Method);
        model.RequireOneOutput();
    }
}
