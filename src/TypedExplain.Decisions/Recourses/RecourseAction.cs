using System.Collections.Immutable;
using System.Globalization;

namespace TypedExplain.Decisions;

/// <summary>Changes of an instance that its annotations allow, and what the model answers after them. Immutable.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class RecourseAction<T>
    where T : IFeatureRecord<T>
{
    internal RecourseAction(T after, ImmutableArray<FeatureChange<T>> changes, double cost, double answer, WantedAnswers wanted) =>
        (After, Changes, Cost, Answer, Wanted) = (after, changes, cost, answer, wanted);

    /// <summary>The instance after the changes.</summary>
    public T After { get; }

    /// <summary>What changes, in the order of the schema: what an action chooses, and what moves with it.</summary>
    public ImmutableArray<FeatureChange<T>> Changes { get; }

    /// <summary>The sum of what the changes cost.</summary>
    public double Cost { get; }

    /// <summary>What the model answers after them.</summary>
    public double Answer { get; }

    /// <summary>
    /// The share of the rows one step away, up or down in one number or rank that may change, within its limits, whose answer is wanted
    /// too; null where there are none, or none were asked about.
    /// </summary>
    public double? Robustness { get; internal init; }

    /// <summary>
    /// The distance to the nearest of the given examples with a wanted answer: the root of the sum of squared differences, numbers in standard
    /// deviations, flags and categories 1 where they differ. Large means that hardly anybody is like the instance after the changes.
    /// Null where no examples were given, or none has a wanted answer.
    /// </summary>
    public double? Distance { get; internal init; }

    internal WantedAnswers Wanted { get; }

    /// <summary>The share of other models, such as earlier or later versions, whose answer for the instance after the changes is wanted.</summary>
    /// <param name="models">The models; at least one, each with one output on the same scale.</param>
    /// <exception cref="InvalidOptionException">There is no model.</exception>
    /// <exception cref="InvalidModelException">A model has several outputs, or its answer is not a finite number.</exception>
    public double ShareHeldBy(params IReadOnlyList<IModel<T>> models)
    {
        ArgumentNullException.ThrowIfNull(models);
        return models.Count == 0
            ? throw new InvalidOptionException("No model was given; the share of models that hold an action needs at least one.")
            : models.Count(model => Wanted.Contains(model.Predict(After))) / (double)models.Count;
    }

    /// <summary>The changes, such as "LoanApplication { AnnualIncome: 41000 → 43500 }"; protected values are withheld.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{T.Schema.Name} {{ {(Changes.IsEmpty ? "no change" : string.Join(", ", Changes))} }} at cost {Cost:0.###}, answer {Answer:0.####}");
}
