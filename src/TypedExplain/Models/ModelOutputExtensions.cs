using TypedExplain.Errors;
using TypedExplain.Models;

namespace TypedExplain;

/// <summary>Choosing which output of a model is explained, and asking a model about one record.</summary>
public static class ModelOutputExtensions
{
    /// <summary>One output of a model, as a model of its own.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="model">The model.</param>
    /// <param name="name">The name of the output.</param>
    /// <exception cref="InvalidModelException">The model has no output of that name.</exception>
    public static IModel<T> Output<T>(this IModel<T> model, string name)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(name);
        int output = model.Outputs.IndexOf(name);
        if (output < 0)
            throw new InvalidModelException($"The model has no output named {name}; it has {NameList.Names(model.Outputs)}.");
        return model.Outputs.Length == 1 ? model : new OutputModel<T>(model, output);
    }

    /// <summary>The output of a class, as a model of its own.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <typeparam name="TLabel">The enum that names the classes.</typeparam>
    /// <param name="model">The model.</param>
    /// <param name="label">The class.</param>
    /// <exception cref="InvalidModelException">The model has no output of that class.</exception>
    public static IModel<T> Output<T, TLabel>(this IModel<T> model, TLabel label)
        where T : IFeatureRecord<T>
        where TLabel : struct, Enum => model.Output(label.ToString());

    /// <summary>The answer of a model with one output for one record.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="model">The model.</param>
    /// <param name="record">The record.</param>
    /// <exception cref="InvalidFeatureException">The record holds a value that its schema does not allow.</exception>
    /// <exception cref="InvalidModelException">The model has several outputs, or its answer is not a finite number.</exception>
    public static double Predict<T>(this IModel<T> model, T record)
        where T : IFeatureRecord<T> => model.Predict(record, CancellationToken.None);

    /// <summary>The answer of a model with one output for one record, unless it is ended early.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="model">The model.</param>
    /// <param name="record">The record.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="InvalidFeatureException">The record holds a value that its schema does not allow.</exception>
    /// <exception cref="InvalidModelException">The model has several outputs, or its answer is not a finite number.</exception>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    public static double Predict<T>(this IModel<T> model, T record, CancellationToken cancellation)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(model);
        if (record is null)
            throw new ArgumentNullException(nameof(record));
        double[] columns = new double[T.Schema.Columns];
        T.Schema.Encode(record, columns);
        double score = 0;
        model.ScoreOne(FeatureSchema<T>.Row(columns, record), new Span<double>(ref score), cancellation);
        return score;
    }

    /// <summary>Refuses a model with several outputs.</summary>
    internal static void RequireOneOutput<T>(this IModelInfo<T> model)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model.Outputs.Length != 1)
            throw new InvalidModelException($"The model has {model.Outputs.Length} {Noun.Of(model.Outputs.Length, "output")} ({NameList.Names(model.Outputs)}) and one is explained at a time: choose it with model.Output(...).");
    }

    /// <summary>Scores rows with a model of one output and checks that every answer is a finite number.</summary>
    internal static void ScoreOne<T>(this IModel<T> model, EncodedRows<T> rows, Span<double> scores, CancellationToken cancellation = default)
        where T : IFeatureRecord<T>
    {
        model.RequireOneOutput();
        model.ScoreAll(rows, scores, cancellation);
    }

    /// <summary>Scores rows with every output of a model and checks that every answer is a finite number.</summary>
    internal static void ScoreAll<T>(this IModel<T> model, EncodedRows<T> rows, Span<double> scores, CancellationToken cancellation = default)
        where T : IFeatureRecord<T>
    {
        // An answer that is not given stays NaN and is found out below.
        scores.Fill(double.NaN);
        try
        {
            model.Score(rows, scores, cancellation);
        }
        catch (Exception error) when (ModelFailure.IsOwn(error))
        {
            throw ModelFailure.OnBatch(rows, error);
        }

        ModelAnswers.Check(model, rows, scores);
    }
}
