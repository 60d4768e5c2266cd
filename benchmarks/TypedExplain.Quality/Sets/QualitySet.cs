using TypedExplain.Quality.Measures;
using TypedExplain.Quality.Methods;

namespace TypedExplain.Quality.Sets;

/// <summary>A data set with its black box.</summary>
public abstract class QualitySet
{
    public abstract string Name { get; }

    /// <summary>The table's methods, measured.</summary>
    public abstract IReadOnlyList<Measured> Measure(Settings settings);

    /// <summary>The sweep's methods, measured.</summary>
    public abstract IReadOnlyList<Measured> Sweep(Settings settings);

    /// <summary>How often the first three reasons change between two seeds, by method.</summary>
    public abstract IReadOnlyList<Measured> Tops(Settings settings);

    /// <summary>How often nominal 95 % intervals cover the limit.</summary>
    public abstract IReadOnlyList<Covered> Cover(Settings settings);

    /// <summary>How much the default methods tell by the number of samples.</summary>
    public abstract IReadOnlyList<Told> Tell(Settings settings);
}

/// <summary>A data set of one record.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class QualitySet<T>(string name, Dataset<T> train, Dataset<T> test, IModel<T> model) : QualitySet
    where T : IFeatureRecord<T>
{
    public override string Name => name;

    /// <summary>The rows that the model has learned from; what is drawn is drawn by their spread.</summary>
    public Dataset<T> Background => train;

    /// <summary>The black box, with one output.</summary>
    public IModel<T> Model => model;

    public override IReadOnlyList<Measured> Measure(Settings settings) => Measure(MethodList.Table<T>(), settings);

    public override IReadOnlyList<Measured> Sweep(Settings settings) => Measure(MethodList.Sweep<T>(), settings);

    public override IReadOnlyList<Measured> Tops(Settings settings)
    {
        Dataset<T> asked = Asked(settings);
        return [.. MethodList.Credit<T>().Select(method => new Measured(method.Name, [TopReasons.Changes(Answers<T>.BySeed(method, this, asked, settings))]))];
    }

    public override IReadOnlyList<Covered> Cover(Settings settings) => Coverage.Of(this, Asked(settings), settings);

    public override IReadOnlyList<Told> Tell(Settings settings) => Told.Of(this, Asked(settings), settings);

    private Measured[] Measure(IReadOnlyList<Method<T>> methods, Settings settings)
    {
        Dataset<T> asked = Asked(settings);
        Limits<T> limits = new(this, asked, settings);
        FreshNeighbors<T>[] fresh = [.. FreshNeighbors<T>.Radii.Select(radius => new FreshNeighbors<T>(this, asked, radius, settings.Fresh))];
        return [.. methods.Select(method => Measured.Of(method.Name, new Answers<T>(method, this, asked, limits, settings), fresh))];
    }

    private Dataset<T> Asked(Settings settings) => test.Select([.. Enumerable.Range(0, Math.Min(settings.Rows, test.Count))]);
}
