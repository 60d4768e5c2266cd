using System.Globalization;

namespace TypedExplain.Explainers;

/// <summary>How an explainer that was fitted to one model finds out another: by its answer for a row that both were asked about.</summary>
internal static class FittedAnswer
{
    // What a model's answer for the same row may differ by, relatively, before it counts as another model.
    private const double SameAnswer = 1e-6;

    /// <summary>Refuses a model that answers for a row otherwise than the fitted one did.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="answer">What it answers.</param>
    /// <param name="fitted">What the fitted one answered.</param>
    /// <param name="largest">The largest magnitude of the fitted one's answers.</param>
    /// <param name="row">The row, encoded.</param>
    /// <param name="method">What was fitted, as a message calls it.</param>
    /// <exception cref="InvalidModelException">It does.</exception>
    public static void RequireSame<T>(double answer, double fitted, double largest, ReadOnlySpan<double> row, string method)
        where T : IFeatureRecord<T>
    {
        if (Math.Abs(answer - fitted) > SameAnswer * largest)
        {
            throw new InvalidModelException(string.Create(CultureInfo.InvariantCulture,
                $"The model answers {answer:G6} for {T.Schema.Describe(row)}, and {fitted:G6} when {method} was fitted: it is another model, or not a function of only the row. Fit {method} to the model that is to be explained."));
        }
    }
}
