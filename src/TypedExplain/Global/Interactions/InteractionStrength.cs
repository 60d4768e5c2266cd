using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Data;
using TypedExplain.Errors;
using TypedExplain.Global.Interactions;
using TypedExplain.Global.Units;
using TypedExplain.Global.Work;
using TypedExplain.Numerics;

namespace TypedExplain;

/// <summary>
/// Interaction strength (Friedman and Popescu, 2008): how much of what a model makes of a feature depends on the others, and how much of what it makes of
/// two is no sum. A feature is changed with what says that it has no value; of an array or a record that may be missing, all of it. The model is asked
/// about every row with every other row's value, so the rows count by their square: see <see cref="Plan"/>.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public sealed record InteractionStrength<T>
    where T : IFeatureRecord<T>
{
    private const string Method = "interaction strength";
    private const int MostRows = 2_000, MostPairs = 100_000;

    /// <summary>The rows that a sample is taken of.</summary>
    public required Dataset<T> Background { get; init; }

    /// <summary>How many rows of the background are used, at random, 2 to 2,000; all where there are fewer.</summary>
    [OptionRange(AtLeast = 2, AtMost = MostRows)]
    public int Rows { get; init; } = 100;

    /// <summary>The seed of the sample.</summary>
    public int Seed { get; init; }

    /// <summary>The features that are measured; empty for all.</summary>
    public ImmutableArray<Feature<T>> Features { get; init; } = [];

    /// <summary>Whether each two of the features are measured too.</summary>
    public bool WithPairs { get; init; }

    /// <summary>Measures interactions.</summary>
    /// <param name="model">A model with one output; choose one of several with <c>model.Output(...)</c>.</param>
    /// <param name="progress">Learns after every batch how far it is.</param>
    /// <param name="cancellation">Ends the work early, also within a batch.</param>
    /// <exception cref="InvalidModelException">The model has several outputs, or an answer is not a finite number.</exception>
    /// <exception cref="InvalidOptionException">An option is outside what it may be, there are more than 100,000 pairs, or the record has texts or images.</exception>
    public Interactions<T> Measure(IModel<T> model, IProgress<GlobalProgress>? progress = null, CancellationToken cancellation = default) =>
        Begin(model, progress, cancellation).Finish(model, cancellation);

    /// <summary>Measures interactions by a model that is awaited.</summary>
    /// <param name="model">A model with one output.</param>
    /// <param name="progress">Learns after every batch how far it is.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public ValueTask<Interactions<T>> MeasureAsync(IAsyncModel<T> model, IProgress<GlobalProgress>? progress = null, CancellationToken cancellation = default) =>
        Begin(model, progress, cancellation).FinishAsync(model, cancellation);

    /// <summary>Begins to measure interactions.</summary>
    /// <param name="model">What is known of the model; one output.</param>
    /// <param name="progress">Learns after every batch how far it is.</param>
    /// <param name="cancellation">Ends what the run itself computes.</param>
    public Run<T, Interactions<T>> Begin(IModelInfo<T> model, IProgress<GlobalProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new(Steps(model, progress, cancellation)) { Method = "InteractionStrength" };
    }

    /// <summary>What it will ask for. The model is not asked; options are checked.</summary>
    /// <param name="model">What is known of the model; one output.</param>
    public GlobalPlan Plan(IModelInfo<T> model)
    {
        ArgumentNullException.ThrowIfNull(model);
        FeatureUnit<T>[] units = Check(model);
        int[] rows = Sample();
        InteractionQuestions<T> questions = new(Background, units, rows, model, WithPairs, CancellationToken.None);
        return new(Method, questions.Count, Asking<T>.BatchesOf(questions.Count), string.Create(CultureInfo.InvariantCulture, $"{rows.Length} rows with every value that these rows have of each of {units.Length} {Noun.Of(units.Length, "feature")}{(WithPairs ? ", and of each two" : "")}; twice the rows ask for up to four times as much"));
    }

    private IEnumerable<RunStep<T, Interactions<T>>> Steps(IModelInfo<T> model, IProgress<GlobalProgress>? progress, CancellationToken cancellation)
    {
        FeatureUnit<T>[] units = Check(model);
        int[] rows = Sample();
        InteractionQuestions<T> questions = new(Background, units, rows, model, WithPairs, cancellation);
        foreach (RowBatch<T> batch in new Asking<T>(model, Background, progress, questions.Count, cancellation).Ask(questions))
            yield return batch;
        yield return new Interactions<T>
        {
            Totals = [.. units.Select((unit, i) => Told([unit], questions.Found.TryGetValue((i, null), out Departure found) ? found : Departure.None(questions.Variance, questions.Largest), questions.Variance))],
            Pairs = WithPairs ? [.. units.SelectMany((first, i) => units[(i + 1)..].Select((second, j) => Told([first, second], Pair(questions, i, i + 1 + j), questions.Variance)))] : [],
            Rows = rows.Length,
            Output = model.Outputs[0],
            Queries = questions.Count,
            Notes = [.. Notes(rows.Length, questions)],
        };
    }

    /// <summary>A feature that the answers do not depend on adds nothing to the other's effect.</summary>
    private static Departure Pair(InteractionQuestions<T> questions, int first, int second) => questions.Found.TryGetValue((first, second), out Departure found) ? found
        : Departure.None(questions.IsInert[first] ? questions.VarianceOf(second) : questions.VarianceOf(first), questions.Largest);

    private static Interaction<T> Told(FeatureUnit<T>[] units, Departure found, double variance) =>
        new([.. units.Select(unit => unit.Feature)], string.Join(" × ", units.Select(unit => unit.Name)), found.HSquared, found.Error, found.Strength, found.StrengthError, variance > 0 ? found.Variance / variance : 0);

    private static IEnumerable<string> Notes(int rows, InteractionQuestions<T> questions)
    {
        if (rows < 2)
            yield return "one row has nothing to be held against; give more";
        else if (questions.Found.Values.Any(found => found.HSquared is null) || questions.Variance == 0)
            yield return "an effect that is nothing, but for rounding, has no share to be an interaction";
    }

    private int[] Sample() => Background.Count <= Rows ? [.. Enumerable.Range(0, Background.Count)]
        : [.. new Shuffle(new RandomStream(Seed, "interactions")).Permutation(Background.Count).Take(Rows).Order()];

    private FeatureUnit<T>[] Check(IModelInfo<T> model)
    {
        T.Schema.RequireTable("Interaction strength");
        _ = Background.Given(Method);
        GlobalOptions.Require(Rows, nameof(Rows), Method, 2, MostRows);
        model.RequireOneOutput();
        FeatureUnit<T>[] units = Features.IsDefaultOrEmpty ? [.. FeatureUnit<T>.All().Where(unit => !unit.IsInner)] : [.. Features.Select(feature => FeatureUnit<T>.Of(feature, Method)).DistinctBy(unit => unit.Feature)];
        if (units.FirstOrDefault(unit => unit.IsInner) is { } inner)
            throw new InvalidOptionException($"Features of {Method} holds {inner.Feature.Name}, and what is around it may be missing: no other row's value can be put there. Measure all of it, by the feature that says that it is missing.");
        if (WithPairs && units.LongLength * (units.Length - 1) / 2 > MostPairs)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"WithPairs of {Method} is true for {units.Length} features, which are {units.LongLength * (units.Length - 1) / 2} pairs; there may be at most {MostPairs}. Name fewer in Features, such as those with the largest totals."));
        if (WithPairs && (long)units.Length * Math.Min(Rows, Background.Count) * Math.Min(Rows, Background.Count) > MemoryLimit.Numbers)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Rows of {Method} is {Rows}, which for pairs of {units.Length} features would keep too many answers; lower it, or name fewer in Features."));
        return units;
    }
}
