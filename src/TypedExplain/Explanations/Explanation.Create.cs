using System.Globalization;
using TypedExplain.Models;
using TypedExplain.Numerics;

namespace TypedExplain;

public sealed partial class Explanation<T>
{
    /// <summary>An explanation by a method of your own, on the scale of the model's answers.</summary>
    /// <param name="explainer">The method.</param>
    /// <param name="model">The model, of one output.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="prediction">The model's answer for it.</param>
    /// <param name="effects">
    /// The effect of each feature: of a number the change of the answer per unit of its scale, of a flag or a category the answer
    /// with the instance's own value minus the answer with another.
    /// </param>
    /// <param name="background">Reference rows in whose standard deviations effects are compared.</param>
    /// <param name="queries">How many rows the model was asked about.</param>
    /// <param name="intercept">The surrogate's constant; by default the one with which it hits the answer for the instance.</param>
    /// <param name="fit">How well the surrogate fits around the instance; null where no surrogate was fitted to a neighborhood.</param>
    /// <exception cref="InvalidFeatureException">The instance holds a value that its schema does not allow.</exception>
    /// <exception cref="InvalidModelException">The model has several outputs, or its answer is not a finite number.</exception>
    /// <exception cref="InvalidOptionException">The number of queries is negative, or the record has texts or images.</exception>
    /// <exception cref="NoFitException">An effect or the constant is not a finite number.</exception>
    public static Explanation<T> Create(
        IExplainer<T> explainer,
        IModelInfo<T> model,
        T instance,
        double prediction,
        FeatureVector<T> effects,
        WeightedRows<T> background,
        [OptionRange(AtLeast = 0)] int queries,
        double? intercept = null,
        LocalFit? fit = null)
    {
        ArgumentNullException.ThrowIfNull(explainer);
        ArgumentNullException.ThrowIfNull(effects);
        ArgumentNullException.ThrowIfNull(background);
        ModelAnswers.Check(model, prediction);
        T.Schema.RequireTable("An explanation of a method of your own");
        if (queries < 0)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"queries is {queries}; it must be at least 0."));
        double[] columns = new double[T.Schema.Columns], slopes = new double[T.Schema.Features.Length];
        T.Schema.Encode(instance, columns);
        FeatureStatistics<T> statistics = background.Statistics;
        double constant = intercept ?? 0;
        foreach (Feature<T> feature in T.Schema.Features)
        {
            slopes[feature.Index] = (effects[feature] * statistics.Scale[feature.Index]) + 0.0;
            constant += effects[feature] * statistics.Origin[feature.Index];
            if (!double.IsFinite(slopes[feature.Index]) || !double.IsFinite(constant))
                throw new NoFitException(string.Create(CultureInfo.InvariantCulture, $"{explainer.Name} gave {feature.Name} the effect {effects[feature]} around {T.Schema.Describe(columns)}; with the background's spread and mean of it, an effect must be a finite number."));
        }

        using Pooled values = new(slopes.Length);
        if (slopes.Length > 0)
            statistics.Interpret(columns, columns, values.Span, slopes.Length);
        double sum = VectorOps.Dot(slopes, values.Span);
        if (intercept is null)
            constant = prediction - sum;
        if (!double.IsFinite(constant))
            throw new NoFitException(string.Create(CultureInfo.InvariantCulture, $"{explainer.Name} gave the constant {constant} around {T.Schema.Describe(columns)}; it must be a finite number."));
        Explanation<T> explanation = new(instance, columns, slopes, constant, statistics)
        {
            Output = model.Outputs[0],
            Kind = model.KindOf(0),
            Prediction = prediction,
            Fit = fit,
            Queries = queries,
            Explainer = explainer,
        };
        explanation.AddDoubts();

        // Without a fit there is no error that a miss could be held against.
        if (fit is null && Math.Abs(constant + sum - prediction) > Rounding * (Math.Abs(prediction) + Math.Abs(constant) + Math.Abs(sum)))
            explanation.Caveats |= Caveats.MissesTheInstance;
        return explanation;
    }
}
