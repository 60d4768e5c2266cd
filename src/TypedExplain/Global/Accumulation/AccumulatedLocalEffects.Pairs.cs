using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Global.Accumulation;
using TypedExplain.Global.Grids;
using TypedExplain.Global.Units;
using TypedExplain.Global.Work;

namespace TypedExplain;

public sealed partial record AccumulatedLocalEffects<T>
{
    /// <summary>The second-order effects of two numbers or ranks: what the pair adds to the effects of each. A circle is cut open at the start of its range.</summary>
    /// <param name="model">A model with one output.</param>
    /// <param name="first">A number.</param>
    /// <param name="second">Another one.</param>
    /// <param name="progress">Learns after every batch how far it is.</param>
    /// <param name="cancellation">Ends the work early, also within a batch.</param>
    /// <exception cref="InvalidDatasetException">No row of the background has a value of both.</exception>
    /// <exception cref="InvalidModelException">The model has several outputs, or an answer is not a finite number.</exception>
    /// <exception cref="InvalidOptionException">An option is outside what it may be, both are the same feature, or one is a flag or a category.</exception>
    public AccumulatedSurface<T> Of(IModel<T> model, Feature<T> first, Feature<T> second, IProgress<GlobalProgress>? progress = null, CancellationToken cancellation = default) =>
        Begin(model, first, second, progress, cancellation).Finish(model, cancellation);

    /// <summary>The second-order effects of two numbers or ranks, by a model that is awaited.</summary>
    /// <param name="model">A model with one output.</param>
    /// <param name="first">A number.</param>
    /// <param name="second">Another one.</param>
    /// <param name="progress">Learns after every batch how far it is.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public ValueTask<AccumulatedSurface<T>> OfAsync(IAsyncModel<T> model, Feature<T> first, Feature<T> second, IProgress<GlobalProgress>? progress = null, CancellationToken cancellation = default) =>
        Begin(model, first, second, progress, cancellation).FinishAsync(model, cancellation);

    /// <summary>Begins the second-order effects of two numbers or ranks.</summary>
    /// <param name="model">What is known of the model; one output.</param>
    /// <param name="first">A number.</param>
    /// <param name="second">Another one.</param>
    /// <param name="progress">Learns after every batch how far it is.</param>
    /// <param name="cancellation">Ends what the run itself computes.</param>
    public Run<T, AccumulatedSurface<T>> Begin(IModelInfo<T> model, Feature<T> first, Feature<T> second, IProgress<GlobalProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return new(Steps(model, first, second, progress, cancellation)) { Method = "AccumulatedLocalEffects" };
    }

    /// <summary>What the second-order effects of two numbers will ask for. The model is not asked; options are checked.</summary>
    /// <param name="model">What is known of the model; one output.</param>
    /// <param name="first">A number.</param>
    /// <param name="second">Another one.</param>
    public GlobalPlan Plan(IModelInfo<T> model, Feature<T> first, Feature<T> second)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        Check(model);
        CellQuestions<T> questions = Cells(first, second, out FeatureGrid<T> a, out FeatureGrid<T> b, out int[] rows);
        return new(Method, questions.Count, Asking<T>.BatchesOf(questions.Count), string.Create(CultureInfo.InvariantCulture, $"{rows.Length} {Noun.Of(rows.Length, "row")}, each at the four corners of its cell, of {a.Count - 1} times {b.Count - 1}"));
    }

    private IEnumerable<RunStep<T, AccumulatedSurface<T>>> Steps(IModelInfo<T> model, Feature<T> first, Feature<T> second, IProgress<GlobalProgress>? progress, CancellationToken cancellation)
    {
        Check(model);
        CellQuestions<T> questions = Cells(first, second, out FeatureGrid<T> a, out FeatureGrid<T> b, out int[] rows);
        foreach (RowBatch<T> batch in new Asking<T>(model, Background, progress, questions.Count, cancellation).Ask(questions))
            yield return batch;
        CellSurface surface = new(questions.Down, questions.Across, questions.Counts);
        bool isFlat = questions.Count == 0;
        yield return new AccumulatedSurface<T>
        {
            First = first,
            Second = second,
            FirstPoints = a.Points,
            SecondPoints = b.Points,
            Means = isFlat ? new double[a.Count * b.Count] : surface.Of(questions.Means),
            StandardErrors = isFlat ? new double[a.Count * b.Count] : surface.Errors(questions.Means, questions.Variances(), cancellation),
            Supports = PairSupport.Of(a, b),
            EmptyCells = surface.Empty,
            Output = model.Outputs[0],
            Kind = model.KindOf(0),
            Rows = rows.Length,
            RowsLeftOut = Background.Count - rows.Length,
            Queries = questions.Count,
            Notes = [.. FeatureNotes.Of([first, second]), .. GridNotes.Of(a, Background.Count), .. GridNotes.Of(b, Background.Count), .. PairNotes(surface, [first, second])],
        };
    }

    private static IEnumerable<string> PairNotes(CellSurface surface, Feature<T>[] features)
    {
        if (surface.Empty > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"{surface.Empty} {Noun.Of(surface.Empty, "cell")} {Noun.Of(surface.Empty, "has", "have")} no row, and {Noun.Of(surface.Empty, "takes", "take")} the effect of the nearest one that has some");
        foreach (Feature<T> feature in features.Where(feature => feature.Scale == FeatureScale.Cyclic))
            yield return $"the circle of {feature.Name} is cut open at the start of its range";
    }

    private CellQuestions<T> Cells(Feature<T> first, Feature<T> second, out FeatureGrid<T> a, out FeatureGrid<T> b, out int[] rows)
    {
        foreach (Feature<T> feature in (Feature<T>[])[first, second])
        {
            if (!FeatureUnit<T>.Known(feature, Method).IsNumeric)
                throw new InvalidOptionException($"Second-order {Method} of {first.Name} and {second.Name} were asked for, and {feature.Name} is neither a number nor a rank; both must be. Use PartialDependence or InteractionStrength.");
        }

        if (first == second)
            throw new InvalidOptionException($"Second-order {Method} of {first.Name} and itself were asked for; they need two features.");
        (FeatureGrid<T> one, FeatureGrid<T> other) = (FeatureGrid<T>.Occurring(first, Background, PairIntervals, 1), FeatureGrid<T>.Occurring(second, Background, PairIntervals, 1));
        rows = [.. Enumerable.Range(0, Background.Count).Where(row => one.At[row] >= 0 && other.At[row] >= 0)];
        if (rows.Length == 0)
            throw new InvalidDatasetException($"None of the {Background.Count} {Noun.Of(Background.Count, "row")} of the background has a value of both {first.Name} and {second.Name}; at least 1 must.");
        (a, b) = (one, other);
        return new(Background, a, b, rows);
    }
}
