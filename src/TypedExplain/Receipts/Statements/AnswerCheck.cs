using System.Globalization;

namespace TypedExplain.Receipts.Statements;

/// <summary>Whether a model is the one of a result, by its answer for the instance.</summary>
internal static class AnswerCheck
{
    // What sums of single precision may differ by in batches of other sizes, as a share of the answer.
    private const double SameAnswer = 1e-4;

    /// <summary>Refuses a model that answers otherwise than a result says.</summary>
    /// <exception cref="InvalidModelException">It does.</exception>
    public static void Require<T>(ReplayableResult<T> result, IModel<T> model)
        where T : IFeatureRecord<T>
    {
        IModel<T> output = result.Output is { } name ? model.Output(name) : model;
        if (result.Answer is not { } told)
            return;
        double answer = output.Predict(result.Instance);
        if (Math.Abs(answer - told) <= SameAnswer * Math.Max(Math.Abs(answer), Math.Abs(told)))
            return;
        double again = output.Predict(result.Instance);
        throw new InvalidModelException(again == answer
            ? string.Create(CultureInfo.InvariantCulture, $"The model answers {answer:G6} for the instance, and {told:G6} when it was explained: it is another model. Give the one that was explained.")
            : string.Create(CultureInfo.InvariantCulture, $"The model answers {answer:G6} for the instance, and {again:G6} when it is asked again: it is not a function of the row, so no explanation of it can be replayed. Make it one, by a fixed seed for instance."));
    }

    /// <summary>Whether a model answers the same row twice alike, to the bit.</summary>
    public static bool IsSteady<T>(IModel<T> model, T instance, CancellationToken cancellation)
        where T : IFeatureRecord<T> =>
        BitConverter.DoubleToInt64Bits(model.Predict(instance, cancellation)) == BitConverter.DoubleToInt64Bits(model.Predict(instance, cancellation));
}
