using System.Collections.Immutable;
using TypedExplain.Errors;
using TypedExplain.Media;
using TypedExplain.Models.Functions;

namespace TypedExplain;

/// <summary>Makes models of scoring functions. The functions must be safe to call from several threads at once.</summary>
public static class Model
{
    private const string OnlyOutput = "score";

    /// <summary>A model of a function of one record.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="score">The function.</param>
    public static IModel<T> From<T>(Func<T, double> score)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(score);
        return new RecordModel<T>([OnlyOutput], (record, scores) => scores[0] = score(record));
    }

    /// <summary>A model of a function of one record that gives several outputs.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="outputs">The names of the outputs.</param>
    /// <param name="score">The function; it fills one number per output.</param>
    public static IModel<T> From<T>(ImmutableArray<string> outputs, RecordScorer<T> score)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(score);
        return new RecordModel<T>(CheckedNames(outputs), score);
    }

    /// <summary>A model of a function of many records that gives one answer for each.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="score">The function; its answers are in the order of the records.</param>
    public static IModel<T> FromBatch<T>(Func<IReadOnlyList<T>, IReadOnlyList<double>> score)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(score);
        return new BatchModel<T>(score);
    }

    /// <summary>A model of a function of encoded rows; no record is made.</summary>
    /// <typeparam name="T">The record that the rows encode.</typeparam>
    /// <param name="score">The function; it fills one number per row.</param>
    public static IModel<T> FromRows<T>(RowScorer<T> score)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(score);
        return new RowModel<T>([OnlyOutput], score);
    }

    /// <summary>A model of a function of encoded rows that gives several outputs; no record is made.</summary>
    /// <typeparam name="T">The record that the rows encode.</typeparam>
    /// <param name="outputs">The names of the outputs.</param>
    /// <param name="score">The function; it fills one number per row and output.</param>
    public static IModel<T> FromRows<T>(ImmutableArray<string> outputs, RowScorer<T> score)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(score);
        return new RowModel<T>(CheckedNames(outputs), score);
    }

    /// <summary>A weighted sum of the columns of an encoded row: a linear regression, or a scorecard over categories and flags.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="constant">The sum for a row of zeros.</param>
    /// <param name="coefficients">For each column of an encoded row (<see cref="Feature{T}.Column"/>) what the sum changes by per unit; a category has one column per name unless it is encoded otherwise.</param>
    /// <exception cref="InvalidModelException">There is not one finite number per column.</exception>
    public static LinearModel<T> Linear<T>(double constant, IEnumerable<double> coefficients)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(coefficients);
        return new(constant, [.. coefficients], isLogistic: false);
    }

    /// <summary>The probability whose log odds are a weighted sum of the columns of an encoded row: a logistic regression.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="constant">The log odds for a row of zeros.</param>
    /// <param name="coefficients">For each column of an encoded row what the log odds change by per unit.</param>
    /// <exception cref="InvalidModelException">There is not one finite number per column.</exception>
    public static LinearModel<T> Logistic<T>(double constant, IEnumerable<double> coefficients)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(coefficients);
        return new(constant, [.. coefficients], isLogistic: true);
    }

    /// <summary>A model of an image of a record that answers as a model of rows does, whose columns are the image's numbers.</summary>
    /// <typeparam name="T">The record with the image.</typeparam>
    /// <typeparam name="TRow">The record of the model of rows, such as one array with a number per pixel.</typeparam>
    /// <param name="image">The image.</param>
    /// <param name="model">The model of rows, such as a network.</param>
    /// <exception cref="InvalidModelException">The rows have not one column per number of the image.</exception>
    public static IModel<T> FromPixels<T, TRow>(MediaFeature<T> image, IModel<TRow> model)
        where T : IFeatureRecord<T>
        where TRow : IFeatureRecord<TRow>
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(model);
        if (image.Shape?.Length != TRow.Schema.Columns)
            throw new InvalidModelException($"A model of {TRow.Schema.Name} takes {TRow.Schema.Columns} {Noun.Of(TRow.Schema.Columns, "number")}, and {T.Schema.Name}.{image} is {image.Allowed}.");
        return new PixelModel<T, TRow>(image, model);
    }

    internal static ImmutableArray<string> CheckedNames(ImmutableArray<string> outputs)
    {
        if (outputs.IsDefaultOrEmpty)
            throw new InvalidModelException("A model needs at least one output, and no name was given.");
        if (outputs.Distinct().Count() != outputs.Length)
            throw new InvalidModelException($"Two outputs of a model have the same name: {NameList.Names(outputs)}.");
        return outputs;
    }
}
