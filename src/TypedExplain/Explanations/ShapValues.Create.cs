using System.Globalization;
using TypedExplain.Models;

namespace TypedExplain;

public sealed partial class ShapValues<T>
{
    // What sums of contributions may be off by, as a share of the largest number in them.
    private const double Rounding = 1e-6;

    /// <summary>Contributions by a method of your own, on the scale of the model's answers.</summary>
    /// <param name="explainer">The method.</param>
    /// <param name="model">The model, of one output.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="prediction">The model's answer for it.</param>
    /// <param name="baseValue">The answer where nothing is known of the instance.</param>
    /// <param name="contributions">φ of each feature; with the base value they sum to the answer.</param>
    /// <param name="queries">How many rows the model was asked about.</param>
    /// <param name="standardErrors">The standard error of each; null where they are exact.</param>
    /// <exception cref="InvalidFeatureException">The instance holds a value that its schema does not allow.</exception>
    /// <exception cref="InvalidModelException">The model has several outputs, or its answer is not a finite number.</exception>
    /// <exception cref="InvalidOptionException">The number of queries is negative, or the record has texts or images.</exception>
    /// <exception cref="NoFitException">A contribution or the base value is not a finite number, or they do not sum to the answer.</exception>
    public static ShapValues<T> Create(
        IShapExplainer<T> explainer,
        IModelInfo<T> model,
        T instance,
        double prediction,
        double baseValue,
        FeatureVector<T> contributions,
        [OptionRange(AtLeast = 0)] int queries,
        FeatureVector<T>? standardErrors = null)
    {
        ArgumentNullException.ThrowIfNull(explainer);
        ArgumentNullException.ThrowIfNull(contributions);
        ModelAnswers.Check(model, prediction);
        T.Schema.RequireTable("Contributions of a method of your own");
        if (queries < 0)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"queries is {queries}; it must be at least 0."));
        double[] columns = new double[T.Schema.Columns];
        T.Schema.Encode(instance, columns);
        double sum = baseValue, largest = Math.Max(Math.Abs(prediction), Math.Abs(baseValue));
        foreach (Feature<T> feature in T.Schema.Features)
        {
            if (!double.IsFinite(contributions[feature]) || standardErrors?[feature] < 0 || double.IsNaN(standardErrors?[feature] ?? 0))
                throw new NoFitException(string.Create(CultureInfo.InvariantCulture, $"{explainer.Name} gave {feature.Name} the contribution {contributions[feature]}{(standardErrors is null ? "" : $" ± {standardErrors[feature]}")} around {T.Schema.Describe(columns)}; it must be a finite number, with an error of 0 or more."));
            sum += contributions[feature];
            largest = Math.Max(largest, Math.Abs(contributions[feature]));
        }

        if (!(Math.Abs(sum - prediction) <= Rounding * largest))
            throw new NoFitException(string.Create(CultureInfo.InvariantCulture, $"{explainer.Name}'s contributions and the base value {baseValue:G6} sum to {sum:G6} around {T.Schema.Describe(columns)}, and the answer is {prediction:G6}; contributions must sum to the difference."));
        return new(instance, columns, contributions.AsSpan().ToArray(), standardErrors?.AsSpan().ToArray())
        {
            Output = model.Outputs[0],
            Kind = model.KindOf(0),
            ModelOutput = model.Outputs[0],
            Answer = prediction,
            Prediction = prediction,
            BaseValue = baseValue,
            Queries = queries,
            Explainer = explainer,
        };
    }
}
