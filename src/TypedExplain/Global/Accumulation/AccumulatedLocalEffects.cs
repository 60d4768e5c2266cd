using TypedExplain.Data;
using TypedExplain.Errors;
using TypedExplain.Global.Accumulation;
using TypedExplain.Global.Grids;
using TypedExplain.Global.Units;
using TypedExplain.Global.Work;

namespace TypedExplain;

/// <summary>
/// Accumulated local effects (Apley and Zhu, 2020): each row is asked about with the values beside its own only, and the mean changes are added up
/// along the feature. Unlike partial dependence it asks about rows that nearly occur, so features that move together do not lead it astray.
/// Numbers are cut at quantiles. Flags, ranks and categories go from one value that occurs to the next; categories in an order in which
/// neighbors are alike in all other features. A circle is closed: see <see cref="AccumulatedEffects{T}.LoopDrift"/>. Rows without a value are left out.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public sealed partial record AccumulatedLocalEffects<T>
    where T : IFeatureRecord<T>
{
    private const string Method = "accumulated local effects";
    private const int MostIntervals = 10_000, MostCategories = 500, MostPairIntervals = 50;

    /// <summary>The rows that are asked about.</summary>
    public required Dataset<T> Background { get; init; }

    /// <summary>Into how many intervals of about as many rows a number is cut at most, 1 to 10,000.</summary>
    [OptionRange(AtLeast = 1, AtMost = MostIntervals)]
    public int Intervals { get; init; } = 20;

    /// <summary>The same for each of two numbers, 1 to 50.</summary>
    [OptionRange(AtLeast = 1, AtMost = MostPairIntervals)]
    public int PairIntervals { get; init; } = 10;

    /// <summary>How many categories are looked at, 1 to 500: the most frequent. Rows of the others are left out, and they are named in the result. A feature of more ranks is looked at as a number is.</summary>
    [OptionRange(AtLeast = 1, AtMost = MostCategories)]
    public int Categories { get; init; } = 50;

    /// <summary>The accumulated local effects of one feature.</summary>
    /// <param name="model">A model with one output; choose one of several with <c>model.Output(...)</c>.</param>
    /// <param name="feature">The feature.</param>
    /// <param name="progress">Learns after every batch how far it is.</param>
    /// <param name="cancellation">Ends the work early, also within a batch.</param>
    /// <exception cref="InvalidDatasetException">No row of the background has a value.</exception>
    /// <exception cref="InvalidModelException">The model has several outputs, or an answer is not a finite number.</exception>
    /// <exception cref="InvalidOptionException">An option is outside what it may be, the record has texts or images, or the feature says that another one has no value.</exception>
    public AccumulatedEffects<T> Of(IModel<T> model, Feature<T> feature, IProgress<GlobalProgress>? progress = null, CancellationToken cancellation = default) =>
        Begin(model, feature, progress, cancellation).Finish(model, cancellation);

    /// <summary>The accumulated local effects of one feature, by a model that is awaited.</summary>
    /// <param name="model">A model with one output.</param>
    /// <param name="feature">The feature.</param>
    /// <param name="progress">Learns after every batch how far it is.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public ValueTask<AccumulatedEffects<T>> OfAsync(IAsyncModel<T> model, Feature<T> feature, IProgress<GlobalProgress>? progress = null, CancellationToken cancellation = default) =>
        Begin(model, feature, progress, cancellation).FinishAsync(model, cancellation);

    /// <summary>Begins the accumulated local effects of one feature.</summary>
    /// <param name="model">What is known of the model; one output.</param>
    /// <param name="feature">The feature.</param>
    /// <param name="progress">Learns after every batch how far it is.</param>
    /// <param name="cancellation">Ends what the run itself computes.</param>
    public Run<T, AccumulatedEffects<T>> Begin(IModelInfo<T> model, Feature<T> feature, IProgress<GlobalProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(feature);
        return new(Steps(model, feature, progress, cancellation)) { Method = "AccumulatedLocalEffects" };
    }

    /// <summary>What the effects of one feature will ask for. The model is not asked; options are checked.</summary>
    /// <param name="model">What is known of the model; one output.</param>
    /// <param name="feature">The feature.</param>
    public GlobalPlan Plan(IModelInfo<T> model, Feature<T> feature)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(feature);
        Check(model);
        StepDesign design = StepDesign.Of(Grid(feature), Background, CancellationToken.None);
        return new(Method, design.Questions, Asking<T>.BatchesOf(design.Questions), $"{design.Rows.Length} {Noun.Of(design.Rows.Length, "row")}, each with the values of {feature.Name} beside its own, of {design.Points}");
    }

    private IEnumerable<RunStep<T, AccumulatedEffects<T>>> Steps(IModelInfo<T> model, Feature<T> feature, IProgress<GlobalProgress>? progress, CancellationToken cancellation)
    {
        Check(model);
        FeatureGrid<T> grid = Grid(feature);
        StepDesign design = StepDesign.Of(grid, Background, cancellation);
        StepQuestions<T> questions = new(Background, grid, design);
        foreach (RowBatch<T> batch in new Asking<T>(model, Background, progress, questions.Count, cancellation).Ask(questions))
            yield return batch;
        Accumulated accumulated = new(design, questions.Changes);
        GridPoint[] points = [.. design.Order.Select(point => grid.Points[point])];
        yield return new AccumulatedEffects<T>
        {
            Feature = feature,
            Points = [.. points.Select((point, i) => new CurvePoint(point, accumulated.Curve[i], accumulated.CurveErrors[i], design.Rows.Length - 1))],
            Steps = [.. accumulated.Effects.Select((effect, i) => new LocalStep(points[i], points[(i + 1) % points.Length], effect, accumulated.Errors[i], accumulated.Counts[i]))],
            LoopDrift = accumulated.LoopDrift,
            Output = model.Outputs[0],
            Kind = model.KindOf(0),
            Rows = design.Rows.Length,
            RowsLeftOut = Background.Count - design.Rows.Length,
            CategoriesLeftOut = grid.LeftOut,
            Queries = questions.Count,
            Notes = [.. FeatureNotes.Of([feature]), .. Notes(grid, design)],
        };
    }

    private IEnumerable<string> Notes(FeatureGrid<T> grid, StepDesign design)
    {
        foreach (string note in GridNotes.Of(grid, Background.Count))
            yield return note;
        int missing = grid.Rows.Length - grid.RowsOfLeftOut - design.Rows.Length;
        if (missing > 0)
            yield return $"{missing} {Noun.Of(missing, "row")} without a value of {grid.Unit.Feature.Name} {Noun.Of(missing, "is", "are")} left out; partial dependence shows what the model makes of that";
    }

    private FeatureGrid<T> Grid(Feature<T> feature) => FeatureUnit<T>.Known(feature, Method).Kind == FeatureKind.Missing
        ? throw new InvalidOptionException($"{Method} of {feature.Name} were asked for, which says that there is no value, and no row is beside one with a value. Use PartialDependence.")
        : FeatureGrid<T>.Occurring(feature, Background, Intervals, Categories);

    private void Check(IModelInfo<T> model)
    {
        T.Schema.RequireTable("Accumulated local effects");
        _ = Background.Given(Method);
        GlobalOptions.Require(Intervals, nameof(Intervals), Method, 1, MostIntervals);
        GlobalOptions.Require(PairIntervals, nameof(PairIntervals), Method, 1, MostPairIntervals);
        GlobalOptions.Require(Categories, nameof(Categories), Method, 1, MostCategories);
        model.RequireOneOutput();
    }
}
