using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Global.Dependence;
using TypedExplain.Global.Grids;
using TypedExplain.Global.Units;
using TypedExplain.Global.Work;

namespace TypedExplain;

public sealed partial record PartialDependence<T>
{
    /// <summary>The partial dependence on two features; curves of single rows are not kept.</summary>
    /// <param name="model">A model with one output.</param>
    /// <param name="first">A feature.</param>
    /// <param name="second">Another one.</param>
    /// <param name="progress">Learns after every batch how far it is.</param>
    /// <param name="cancellation">Ends the work early, also within a batch.</param>
    /// <exception cref="InvalidDatasetException">No row of the background has a value of both.</exception>
    /// <exception cref="InvalidModelException">The model has several outputs, or an answer is not a finite number.</exception>
    /// <exception cref="InvalidOptionException">An option is outside what it may be, both are the same feature, or there are more than a million pairs of values.</exception>
    public PartialDependenceSurface<T> Of(IModel<T> model, Feature<T> first, Feature<T> second, IProgress<GlobalProgress>? progress = null, CancellationToken cancellation = default) =>
        Begin(model, first, second, progress, cancellation).Finish(model, cancellation);

    /// <summary>The partial dependence on two features, by a model that is awaited.</summary>
    /// <param name="model">A model with one output.</param>
    /// <param name="first">A feature.</param>
    /// <param name="second">Another one.</param>
    /// <param name="progress">Learns after every batch how far it is.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public ValueTask<PartialDependenceSurface<T>> OfAsync(IAsyncModel<T> model, Feature<T> first, Feature<T> second, IProgress<GlobalProgress>? progress = null, CancellationToken cancellation = default) =>
        Begin(model, first, second, progress, cancellation).FinishAsync(model, cancellation);

    /// <summary>Begins the partial dependence on two features.</summary>
    /// <param name="model">What is known of the model; one output.</param>
    /// <param name="first">A feature.</param>
    /// <param name="second">Another one.</param>
    /// <param name="progress">Learns after every batch how far it is.</param>
    /// <param name="cancellation">Ends what the run itself computes.</param>
    public Run<T, PartialDependenceSurface<T>> Begin(IModelInfo<T> model, Feature<T> first, Feature<T> second, IProgress<GlobalProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return new(Steps(model, first, second, progress, cancellation)) { Method = "PartialDependence" };
    }

    /// <summary>What the partial dependence on two features will ask for. The model is not asked; options are checked.</summary>
    /// <param name="model">What is known of the model; one output.</param>
    /// <param name="first">A feature.</param>
    /// <param name="second">Another one.</param>
    public GlobalPlan Plan(IModelInfo<T> model, Feature<T> first, Feature<T> second)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        Check(model);
        (FeatureGrid<T> a, FeatureGrid<T> b, int[] rows) = Grids(first, second);
        long queries = (long)a.Count * b.Count * rows.Length;
        return new(Method, queries, Asking<T>.BatchesOf(queries), $"{a.Count} {Noun.Of(a.Count, "value")} of {first.Name} with {b.Count} {Noun.Of(b.Count, "value")} of {second.Name} in each of {rows.Length} {Noun.Of(rows.Length, "row")}");
    }

    private IEnumerable<RunStep<T, PartialDependenceSurface<T>>> Steps(IModelInfo<T> model, Feature<T> first, Feature<T> second, IProgress<GlobalProgress>? progress, CancellationToken cancellation)
    {
        Check(model);
        (FeatureGrid<T> a, FeatureGrid<T> b, int[] rows) = Grids(first, second);
        DependenceQuestions<T> questions = new(Background, [a, b], rows, Centered, []);
        foreach (RowBatch<T> batch in new Asking<T>(model, Background, progress, questions.Count, cancellation).Ask(questions))
            yield return batch;
        int cells = a.Count * b.Count;
        yield return new PartialDependenceSurface<T>
        {
            First = first,
            Second = second,
            FirstPoints = a.Points,
            SecondPoints = b.Points,
            Means = [.. Enumerable.Range(0, cells).Select(questions.Mean)],
            StandardErrors = [.. Enumerable.Range(0, cells).Select(questions.StandardError)],
            Supports = PairSupport.Of(a, b),
            Output = model.Outputs[0],
            Kind = model.KindOf(0),
            Rows = rows.Length,
            RowsLeftOut = Background.Count - rows.Length,
            Queries = questions.Count,
            Notes = [.. FeatureNotes.Of([first, second]), .. GridNotes.Of(a, Background.Count), .. GridNotes.Of(b, Background.Count)],
        };
    }

    private (FeatureGrid<T> First, FeatureGrid<T> Second, int[] Rows) Grids(Feature<T> first, Feature<T> second)
    {
        (FeatureGrid<T> a, FeatureGrid<T> b) = (Grid(first), Grid(second));
        if (a.Unit.Overlaps(b.Unit))
            throw new InvalidOptionException($"The partial dependence on {first.Name} and {second.Name} was asked for, which cannot be changed apart; choose two features of which neither says that the other has no value.");
        if ((long)a.Count * b.Count > MostCells)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Points of {Method} is {Points} and Categories is {Categories}, which makes {(long)a.Count * b.Count} {Noun.Of((long)a.Count * b.Count, "pair")} of values of {first.Name} and {second.Name}; it must be at most {MostCells}. Lower them."));
        int[] rows = [.. a.Rows.Intersect(b.Rows)];
        return rows.Length > 0 ? (a, b, rows) : throw new InvalidDatasetException($"None of the {Background.Count} rows of the background can have a value of both {first.Name} and {second.Name}; at least 1 must.");
    }
}
