using System.Globalization;
using TypedExplain.Data;
using TypedExplain.Models;

namespace TypedExplain;

/// <summary>
/// A baseline of global importance: the ridge regression of the model's answers on all background rows, all alike. Of a
/// record of numbers and flags every instance gets the same effects, so it is perfectly stable and knows nothing local.
/// </summary>
/// <remarks>What does not depend on the instance is done once per model, by <see cref="Fit"/>.</remarks>
/// <typeparam name="T">The record.</typeparam>
public sealed record GlobalSurrogate<T>
    where T : IFeatureRecord<T>
{
    /// <summary>The rows that the regression is fitted to.</summary>
    public required Dataset<T> Background { get; init; }

    /// <summary>α, the ridge penalty on standardized slopes, 0 or more; not scaled by the number of rows.</summary>
    [OptionRange(AtLeast = 0, Below = double.PositiveInfinity)]
    public double Ridge { get; init; } = 1;

    /// <summary>
    /// The scale of the regression; null for log odds where the model says that it answers with a probability, and for any other
    /// answer as it is.
    /// </summary>
    public LinkFunction? Link { get; init; }

    /// <summary>Asks a model about every row once.</summary>
    /// <param name="model">A model with one output; choose one of several with <c>model.Output(...)</c>.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="InvalidModelException">The model has several outputs, or an answer is not a finite number.</exception>
    /// <exception cref="InvalidOptionException">An option is outside what it may be.</exception>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    public FittedGlobalSurrogate<T> Fit(IModel<T> model, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        T.Schema.RequireTable("The global surrogate");
        if (!(Ridge >= 0 && double.IsFinite(Ridge)))
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Ridge of the global surrogate is {Ridge}; it must be 0 or more."));
        AnswerScale scale = AnswerScale.Of(Link, model, "the global surrogate");
        double[] responses = new double[Background.Given("the global surrogate").Count];
        cancellation.ThrowIfCancellationRequested();
        model.ScoreOne(Background.Encoded, responses, cancellation);
        cancellation.ThrowIfCancellationRequested();
        double[] answers = [.. responses];
        int clipped = scale.To(Background.Encoded, responses, model.Outputs[0]);
        return new(this, model, scale, answers, responses, scale.Clipped(clipped, responses.Length));
    }
}
