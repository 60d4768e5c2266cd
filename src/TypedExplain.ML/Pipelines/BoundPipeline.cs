using Microsoft.ML;
using Microsoft.ML.Data;
using TypedExplain.Errors;
using TypedExplain.ML.Views;
using TypedExplain.Schema.Rows;

namespace TypedExplain.ML.Pipelines;

/// <summary>A pipeline, and what fills the columns that it asks for.</summary>
internal sealed class BoundPipeline<T>
    where T : IFeatureRecord<T>
{
    // Enough to see whether answers depend on a column that no record has.
    private const int TrialRows = 64;

    private readonly ITransformer _model;
    private readonly DataViewSchema.Column[] _fillers;
    private readonly DataViewSchema _schema;
    private readonly bool _asksRecords;
    private readonly bool _unknownAreMissing;

    private BoundPipeline(ITransformer model, ViewColumn<T>[] columns, DataViewSchema.Column[] fillers, bool unknownAreMissing)
    {
        (_model, Columns, _fillers, _unknownAreMissing) = (model, columns, fillers, unknownAreMissing);
        _schema = RecordView<T>.SchemaOf(columns);
        _asksRecords = columns.Any(column => column.AsksRecords);
        try
        {
            OutputSchema = model.GetOutputSchema(_schema);
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            throw new InvalidModelException($"The pipeline does not take records of {T.Schema.Name}: {FirstLine(error)} It is given the columns {NameList.Names(columns, column => $"{column.Name} ({column.Type})")}. Train it on what ToDataView makes of the records, give the schema of the data that it was trained on so that columns have its types, or name the column of a feature in {nameof(MLModelOptions<>)}.{nameof(MLModelOptions<>.Inputs)}.", error);
        }
    }

    /// <summary>The columns that are filled.</summary>
    public ViewColumn<T>[] Columns { get; }

    /// <summary>The columns of the answers.</summary>
    public DataViewSchema OutputSchema { get; }

    /// <summary>The pipeline.</summary>
    public ITransformer Model => _model;

    /// <summary>Binds a pipeline.</summary>
    /// <exception cref="InvalidModelException">Columns and features do not fit together.</exception>
    public static BoundPipeline<T> Of(ITransformer model, DataViewSchema? trainedOn, MLModelOptions<T> options)
    {
        if (options.Inputs is null)
            throw new InvalidOptionException($"{nameof(MLModelOptions<>.Inputs)} is null; give an empty dictionary to have columns found by their names.");
        foreach (Feature<T> feature in options.Inputs.Keys)
        {
            if (feature.Index >= T.Schema.Features.Length || T.Schema.Features[feature.Index] != feature)
                throw new InvalidOptionException($"{feature} is not a feature of the schema of {T.Schema.Name}.");
        }

        if (trainedOn is null && options.Inputs.Count > 0)
            throw new InvalidOptionException($"{nameof(MLModelOptions<>.Inputs)} names columns, and without the schema of the data that the pipeline was trained on there are none to find; give that schema.");
        foreach ((Feature<T> feature, string name) in options.Inputs)
        {
            if (name is null || trainedOn!.GetColumnOrNull(name) is null)
                throw new InvalidOptionException($"{nameof(MLModelOptions<>.Inputs)} gives {T.Schema.Name}.{feature} the column {name ?? "null"}, and the pipeline was trained on none of that name; its columns are {NameList.Names(trainedOn!, column => column.Name)}.");
        }

        if (trainedOn is null)
            return new(model, [.. OwnColumns<T>.All()], [], options.UnknownCategoriesAreMissing);
        WantedColumns<T> wanted = new(options.Inputs);
        List<ViewColumn<T>> columns = [];
        List<DataViewSchema.Column> fillers = [];
        foreach (DataViewSchema.Column column in trainedOn.Where(own => !own.IsHidden))
        {
            if (wanted.Of(column) is { } filled)
                columns.Add(filled);
            else
                fillers.Add(column);
        }

        // Columns that nothing asks for are left out; of the others that no feature has, a value without meaning is tried.
        List<DataViewSchema.Column> asked = [.. fillers.Where(filler => FillerColumns<T>.Of(filler, 0) is not null)];
        foreach (DataViewSchema.Column filler in asked.ToArray())
        {
            if (IsTaken(model, [.. columns, .. asked.Where(other => other.Name != filler.Name).Select(other => FillerColumns<T>.Of(other, 0)!)]))
                asked.Remove(filler);
        }

        return new(model, [.. columns, .. asked.Select(filler => FillerColumns<T>.Of(filler, 0)!)], [.. asked], options.UnknownCategoriesAreMissing);
    }

    /// <summary>Whether a feature fills a column, or a value that it says is missing does.</summary>
    public bool Reads(Feature<T> feature) => Columns.Any(column => column.AsksRecords || column.Features.Any(own =>
        own == feature || (feature.Kind == FeatureKind.Missing && own.Index < feature.Index && own.Index >= feature.Index - feature.Covers)));

    /// <summary>The answers to rows.</summary>
    public IDataView Transform(EncodedRows<T> rows) => _model.Transform(new RecordView<T>(Columns, _schema, new(rows, _asksRecords)));

    /// <summary>Rows as the pipeline is given them.</summary>
    public IDataView View(EncodedRows<T> rows) => new RecordView<T>(Columns, _schema, new(rows, _asksRecords));

    /// <summary>Scores rows.</summary>
    /// <exception cref="InvalidModelException">The pipeline cannot.</exception>
    public void Score(EncodedRows<T> rows, ScoreColumn column, Span<double> scores)
    {
        try
        {
            column.Read(Transform(rows), scores);
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or FormatException)
        {
            throw new InvalidModelException($"ML.NET cannot score {rows.Count} rows of {T.Schema.Name}: {FirstLine(error)}", error);
        }
    }

    /// <summary>Tries a column on rows without meaning; refuses a pipeline whose answers depend on a column that no feature fills.</summary>
    /// <returns>The answers.</returns>
    /// <exception cref="InvalidModelException">They do.</exception>
    public double[] Try(ScoreColumn column)
    {
        if (T.Schema.Columns == 0)
            return [];
        EncodedRows<T> rows = TrialRecords<T>.Rows(TrialRows, new double[TrialRows * T.Schema.Columns]);
        double[] scores = new double[TrialRows * column.Names.Length], others = new double[scores.Length];
        Score(rows, column, scores);
        string[]? used = Used(column);
        foreach (DataViewSchema.Column filler in _fillers)
        {
            // No trial finds every text and every number that the pipeline would know.
            if (used?.Contains(filler.Name) == true)
                throw Unfilled(filler, "are made of");
            for (int variant = 1; variant < FillerColumns<T>.Variants; variant++)
            {
                ViewColumn<T> other = FillerColumns<T>.Of(filler, variant)!;
                new BoundPipeline<T>(_model, [.. Columns.Select(own => own.Name == filler.Name ? other : own)], [], true).Score(rows, column, others);
                if (!others.AsSpan().SequenceEqual(scores))
                    throw Unfilled(filler, "depend on");
            }
        }

        if (!_unknownAreMissing && used is not null)
            new KnownNames<T>(_model, Columns).Require(used.Contains);
        return scores;
    }

    /// <summary>The columns that the answers are made of, as the pipeline tells; null where it does not.</summary>
    private string[]? Used(ScoreColumn column)
    {
        if (!_model.IsRowToRowMapper)
            return null;
        IRowToRowMapper mapper = _model.GetRowToRowMapper(_schema);
        return [.. mapper.GetDependencies([mapper.OutputSchema[column.Name]]).Select(input => input.Name)];
    }

    private static InvalidModelException Unfilled(DataViewSchema.Column filler, string verb) =>
        new($"The answers of the pipeline {verb} its column {filler.Name} ({filler.Type}), and nothing of {T.Schema.Name} fills it; {T.Schema} was looked through. Add a property of that name to the record, rename one, or name the column of a feature in {nameof(MLModelOptions<>)}.{nameof(MLModelOptions<>.Inputs)}. If it is what the model is to predict, train without it among the features.");

    private static bool IsTaken(ITransformer model, ViewColumn<T>[] columns)
    {
        try
        {
            model.GetOutputSchema(RecordView<T>.SchemaOf(columns));
            return true;
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    private static string FirstLine(Exception error) => VisibleText.Name(error.Message.Split('\n')[0].Trim()).TrimEnd('.') + ".";
}
