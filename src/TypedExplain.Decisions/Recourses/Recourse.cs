using System.Globalization;
using TypedExplain.Decisions.Recourses;

namespace TypedExplain.Decisions;

/// <summary>
/// Recourse: the cheapest action, within the annotations of the record, after which the model's answer is wanted, or the proof that there
/// is none. Annotations are law: <see cref="ImmutableAttribute"/>, <see cref="OnlyIncreasesAttribute"/>,
/// <see cref="OnlyDecreasesAttribute"/>, <see cref="StepAttribute"/>, <see cref="MovesWithAttribute"/>, <see cref="WithinAttribute"/>,
/// ranges and categories; what has no value stays without one, and texts and images stay as they are. A forest's trees and a linear
/// model's coefficients are read, so that whole sets of rows are ruled out without asking it; any other model is asked about reachable rows, the cheapest first.
/// </summary>
/// <remarks>The result depends on the model, the instance and the options only: there is no chance in it.</remarks>
/// <typeparam name="T">The record.</typeparam>
public sealed partial record Recourse<T>
    where T : IFeatureRecord<T>
{
    /// <summary>Which answers are wanted: <c>answer => answer >= 0.62</c>.</summary>
    public required AnswerCondition Wanted { get; init; }

    /// <summary>What changes cost; null for steps times the cost that <see cref="CostAttribute"/> states, 1 where none is.</summary>
    public IActionCost<T>? Costs { get; init; }

    /// <summary>How many actions are found at most, each of other features; at least 1. The search goes on until there are as many, all rows are ruled out, or the budget is spent.</summary>
    [OptionRange(AtLeast = 1)]
    public int Alternatives { get; init; } = 1;

    /// <summary>
    /// Rows of real people, to begin with what those with a wanted answer have and to tell how far an action leads from all of them; null
    /// for none. They decide what is best so far where a budget ends the search, and never what is cheapest.
    /// </summary>
    public Dataset<T>? Examples { get; init; }

    /// <summary>
    /// An explainer that tells which features to change first, of the model as it is near the instance; null for none. Like
    /// <see cref="Examples"/> it decides what is best so far where a budget ends the search, and never what is cheapest. Its rows
    /// count as queries, up to half of <see cref="MaxQueries"/>.
    /// </summary>
    public IExplainer<T>? Guide { get; init; }

    /// <summary>By what part an action may be dearer than what is proven to be needed and still count as found; 0 or more.</summary>
    [OptionRange(AtLeast = 0, Below = double.PositiveInfinity)]
    public double Tolerance { get; init; }

    /// <summary>The most rows that the model is asked about for an instance; at least 2.</summary>
    [OptionRange(AtLeast = 2)]
    public int MaxQueries { get; init; } = 100_000;

    /// <summary>The most partial actions that the search looks at for an instance; at least 1. It bounds memory and time where the model is read.</summary>
    [OptionRange(AtLeast = 1)]
    public int MaxSteps { get; init; } = 1_000_000;

    /// <summary>Whether the rows one step from each action are asked about too; see <see cref="RecourseAction{T}.Robustness"/>.</summary>
    public bool TestsRobustness { get; init; } = true;

    /// <summary>Whether the trees of a forest or the coefficients of a linear model are read; null to read them where that is sooner done than asking about all reachable rows. The outcome is the same.</summary>
    internal bool? ReadsModel { get; init; }

    /// <summary>Finds recourse for one instance.</summary>
    /// <param name="model">A model with one output; choose one of several with <c>model.Output(...)</c>.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="InvalidFeatureException">The instance holds a value that its schema does not allow.</exception>
    /// <exception cref="InvalidModelException">The model has several outputs, an answer is not a finite number, or the same row has two answers.</exception>
    /// <exception cref="InvalidOptionException">An option is outside what it may be, no answer can be wanted, a feature has no step, or the instance breaks a rule itself.</exception>
    public RecourseOutcome<T> Find(IModel<T> model, T instance, CancellationToken cancellation = default) => Begin(model, instance, cancellation).Finish(model, cancellation);

    /// <summary>Finds recourse by a model that is awaited; see <see cref="Find"/>.</summary>
    /// <param name="model">A model with one output.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public ValueTask<RecourseOutcome<T>> FindAsync(IAsyncModel<T> model, T instance, CancellationToken cancellation = default) => Begin(model, instance, cancellation).FinishAsync(model, cancellation);

    /// <summary>Begins the search for one instance; see <see cref="Find"/>.</summary>
    /// <param name="model">What is known of the model; one output.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="cancellation">Ends what the run itself computes.</param>
    public Run<T, RecourseOutcome<T>> Begin(IModelInfo<T> model, T instance, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (instance is null)
            throw new ArgumentNullException(nameof(instance));
        return new(new RecourseSearch<T>(this, model, instance, cancellation).Steps()) { Method = "Recourse" };
    }

    /// <summary>The wanted answers; options are checked.</summary>
    internal WantedAnswers Check(IModelInfo<T> model)
    {
        model.RequireOneOutput();
        RequireAtLeast(Alternatives, 1, nameof(Alternatives));
        RequireAtLeast(MaxQueries, 2, nameof(MaxQueries));
        RequireAtLeast(MaxSteps, 1, nameof(MaxSteps));
        if (!(Tolerance >= 0 && double.IsFinite(Tolerance)))
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Tolerance of recourse is {Tolerance}; it must be a finite number of at least 0."));
        if (Wanted is null)
            throw new InvalidOptionException("Wanted of recourse is null; it must say which answers are wanted, such as answer => answer >= 0.5.");
        WantedAnswers wanted = Wanted(default);
        if (wanted.IsEmpty)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Wanted of recourse wants answers from {wanted.Minimum} to {wanted.Maximum}, and there are none; state one comparison, or two that leave something between them."));
        if (model.KindOf(0).IsProbability && !wanted.Meets(0, 1))
            throw new InvalidOptionException($"Wanted of recourse wants answers of {wanted}, and the model's output {model.Outputs[0]} is a probability, from 0 to 1: nobody can have one. State the probability that decides.");
        return wanted;
    }

    private static void RequireAtLeast(int value, int least, string option)
    {
        if (value < least)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"{option} of recourse is {value}; it must be at least {least}."));
    }
}
