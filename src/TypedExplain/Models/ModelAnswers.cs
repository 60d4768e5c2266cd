using System.Globalization;
using TypedExplain.Numerics;

namespace TypedExplain.Models;

/// <summary>Holds the answers of a model to what it says of itself.</summary>
internal static class ModelAnswers
{
    /// <summary>Checks that every answer is a finite number, and a probability where the model says so.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rows">What it was asked about.</param>
    /// <param name="scores">Its answers; NaN where it gave none.</param>
    /// <exception cref="InvalidModelException">An answer is not.</exception>
    public static void Check<T>(IModelInfo<T> model, EncodedRows<T> rows, ReadOnlySpan<double> scores)
        where T : IFeatureRecord<T>
    {
        if (!VectorOps.AreFinite(scores))
            throw NotFinite(model, rows, scores);
        for (int output = 0; output < model.Outputs.Length; output++)
        {
            if (model.KindOf(output).IsProbability)
                AnswerScale.RequireProbabilities(rows, scores, model.Outputs, output, "Let the model answer with a probability, or say otherwise what it answers with: model.As(OutputKind.Score).");
        }
    }

    /// <summary>Checks an answer that somebody else asked for.</summary>
    /// <param name="model">The model, of one output.</param>
    /// <param name="answer">Its answer for an instance.</param>
    /// <exception cref="InvalidModelException">The model has several outputs, or the answer is not a finite number.</exception>
    public static void Check<T>(IModelInfo<T> model, double answer)
        where T : IFeatureRecord<T>
    {
        model.RequireOneOutput();
        if (!double.IsFinite(answer))
            throw new InvalidModelException(string.Create(CultureInfo.InvariantCulture, $"The model's output {model.Outputs[0]} is {answer} for the instance; it must be a finite number."));
    }

    private static InvalidModelException NotFinite<T>(IModelInfo<T> model, EncodedRows<T> rows, ReadOnlySpan<double> scores)
        where T : IFeatureRecord<T>
    {
        int outputs = model.Outputs.Length, at = 0;
        while (double.IsFinite(scores[at]))
            at++;
        return new($"The model's output {model.Outputs[at % outputs]} is {(double.IsNaN(scores[at]) ? "NaN or was not filled" : "infinite")} for {T.Schema.Describe(rows[at / outputs])}; it must be a finite number.");
    }
}
