using System.Collections.Immutable;
using Microsoft.ML;
using TypedExplain.Errors;
using TypedExplain.Files;
using TypedExplain.ML.Pipelines;
using TypedExplain.ML.Trees;

namespace TypedExplain.ML;

/// <summary>
/// A pipeline of ML.NET as a model of records: its columns are filled by the record's schema, without a class of properties for
/// them, and its answers are those of a <c>PredictionEngine</c>, to the last bit.
/// </summary>
/// <remarks>
/// Safe to share between threads; rows are scored in batches. Columns are matched by the letters and digits of names, without regard
/// to case: a number is a Single (or the type that the pipeline was trained on), a category a text, a missing number NaN and a
/// missing category the empty text; numbers of an array are a vector. Columns that no feature has, such as the
/// label, are filled with values without meaning where the answers do not depend on them.
/// </remarks>
/// <typeparam name="T">The record that it scores.</typeparam>
public sealed class MLModel<T> : IModel<T>, IIdentifiedModel
    where T : IFeatureRecord<T>
{
    private readonly BoundPipeline<T> _pipeline;
    private readonly ScoreColumn _scores;

    private MLModel(ITransformer model, DataViewSchema? trainedOn, MLModelOptions<T> options, ModelIdentity? identity)
    {
        _pipeline = BoundPipeline<T>.Of(model, trainedOn, options);
        ScoreColumn column = ScoreColumn.Choose(_pipeline.OutputSchema, options.Output, options.Classes);
        _scores = column.Seen(_pipeline.Try(column));
        Identity = identity;
    }

    /// <summary>The name of the file and its SHA-256; null for a pipeline that is in memory already: say which it is with <see cref="ModelIdentityExtensions.Identified"/>.</summary>
    public ModelIdentity? Identity { get; }

    /// <summary>The names of the classes where the pipeline or the options tell them, or else the name of the column, with an index where it holds several numbers.</summary>
    public ImmutableArray<string> Outputs => _scores.Names;

    /// <summary>The pipeline with the columns that are filled.</summary>
    internal BoundPipeline<T> Pipeline => _pipeline;

    /// <summary>The column that is explained.</summary>
    internal ScoreColumn Scores => _scores;

    /// <summary>A pipeline that was trained or loaded already.</summary>
    /// <param name="model">The pipeline.</param>
    /// <param name="trainedOn">
    /// The schema of the data that it was trained on, or that loading it gave: columns are filled in its types. Null where it was trained on what
    /// <see cref="MLDataExtensions.ToDataView"/> makes of records, up to the label.
    /// </param>
    /// <param name="options">What names do not tell.</param>
    /// <exception cref="InvalidModelException">The pipeline wants a column that the record does not have, or has of another type, does not know the name of a category, or gives no scores; the message says which.</exception>
    /// <exception cref="InvalidOptionException">The options name a feature of another schema, a column that is not there, or not as many classes as there are.</exception>
    public static MLModel<T> Of(ITransformer model, DataViewSchema? trainedOn = null, MLModelOptions<T>? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new(model, trainedOn, options ?? new(), identity: null);
    }

    /// <summary>A pipeline from the file that <c>mlContext.Model.Save</c> wrote.</summary>
    /// <param name="context">What loads it.</param>
    /// <param name="path">The file.</param>
    /// <param name="options">What names do not tell.</param>
    /// <exception cref="InvalidModelException">It is not such a file, or the pipeline does not fit the record; the message says which.</exception>
    /// <exception cref="InvalidOptionException">The options name a feature of another schema, a column that is not there, or not as many classes as there are.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static MLModel<T> Load(MLContext context, string path, MLModelOptions<T>? options = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(path);
        byte[] file = TreeFileLimits.Read(path);
        ITransformer model;
        DataViewSchema trainedOn;
        try
        {
            model = context.Model.Load(new MemoryStream(file), out trainedOn);
        }
        catch (Exception error) when (error is FormatException or InvalidDataException or InvalidOperationException or ArgumentException)
        {
            throw new InvalidModelException($"{Path.GetFileName(path)} is not a model that ML.NET loads: {error.Message}", error);
        }

        return new(model, trainedOn, options ?? new(), new(Path.GetFileName(path), null, ContentDigest.Of(file)));
    }

    /// <summary>A probability where the pipeline says that its column is one, or holds shares of 1; else a score.</summary>
    /// <param name="output">Position of the output.</param>
    public OutputKind KindOf(int output) => _scores.Kind;

    /// <summary>
    /// Whether a feature fills a column that the pipeline asks for; of what says that a value is missing, whether that value does.
    /// </summary>
    /// <param name="feature">The feature.</param>
    public bool Reads(Feature<T> feature)
    {
        ArgumentNullException.ThrowIfNull(feature);
        return _pipeline.Reads(feature);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidModelException">The pipeline cannot score these rows; the message says why.</exception>
    public void Score(EncodedRows<T> rows, Span<double> scores) => _pipeline.Score(rows, _scores, scores);

    /// <summary>The columns that are filled and the outputs.</summary>
    public override string ToString() => $"MLModel of {NameList.Names(_pipeline.Columns, column => column.Name)} for {NameList.Names(Outputs)}";
}
