using TypedExplain.Errors;
using TypedExplain.Metrics;

namespace TypedExplain;

/// <summary>Rows with an explanation each, and their nearest neighbors among one another: what metrics are taken of.</summary>
/// <remarks>
/// Answers of surrogates are compared with the model's on the model's own scale, whatever the scale of the effects, so that
/// errors of all methods have the same unit. Metrics of effects say in their convention where these are in log odds.
/// </remarks>
/// <typeparam name="T">The record.</typeparam>
public sealed class ExplainedRows<T>
    where T : IFeatureRecord<T>
{
    private readonly int[][] _neighbors;
    private readonly Lazy<MediaCoordinates<T>>? _coordinates;

    /// <summary>Puts rows and their explanations together.</summary>
    /// <param name="data">The rows; with labels for the metrics that look at classes.</param>
    /// <param name="explanations">One explanation per row.</param>
    /// <param name="neighbors">q, how many nearest rows count as the neighbors of a row; at least 1 and fewer than there are rows.</param>
    /// <exception cref="InvalidOptionException">There are too few rows for the neighbors, or not one explanation per row.</exception>
    public ExplainedRows(Dataset<T> data, IReadOnlyList<Explanation<T>> explanations, [OptionRange(AtLeast = 1)] int neighbors = 3)
        : this(data, explanations, neighbors, default)
    {
    }

    private ExplainedRows(Dataset<T> data, IReadOnlyList<Explanation<T>> explanations, int neighbors, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(explanations);
        if (explanations.Count != data.Count)
            throw new InvalidOptionException($"{explanations.Count} {Noun.Of(explanations.Count, "explanation was", "explanations were")} given for {data.Count} {Noun.Of(data.Count, "row")} of {T.Schema.Name}; each row needs one.");
        if (neighbors < 1 || neighbors >= data.Count)
            throw new InvalidOptionException($"neighbors is {neighbors}; it must be at least 1 and below the number of rows, {data.Count}.");
        Data = data;
        Explanations = explanations;
        NeighborCount = neighbors;
        _neighbors = Nearest.Of(data, neighbors, cancellation);
        if (T.Schema.Media.Length > 0)
            _coordinates = new(() => new(data, explanations, TableInputs));
    }

    /// <summary>The rows.</summary>
    public Dataset<T> Data { get; }

    /// <summary>One explanation per row.</summary>
    public IReadOnlyList<Explanation<T>> Explanations { get; }

    /// <summary>The model that was explained; null where it was not told. Metrics that ask it about further rows need it.</summary>
    public IModel<T>? Model { get; init; }

    /// <summary>q, how many neighbors a row has.</summary>
    public int NeighborCount { get; }

    /// <summary>The rows nearest to a row, itself excluded, the nearest first.</summary>
    /// <param name="row">Its position.</param>
    public ReadOnlySpan<int> Neighbors(int row) => _neighbors[row];

    /// <summary>Explains rows and finds their neighbors.</summary>
    /// <param name="explainer">The explainer.</param>
    /// <param name="model">A model with one output.</param>
    /// <param name="data">The rows.</param>
    /// <param name="neighbors">q, how many nearest rows count as the neighbors of a row.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static ExplainedRows<T> Of(IExplainer<T> explainer, IModel<T> model, Dataset<T> data, [OptionRange(AtLeast = 1)] int neighbors = 3, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        return new(data, ExplainManyExtensions.Each(data.Rows, row => explainer.Explain(model, row, cancellation), cancellation: cancellation), neighbors, cancellation) { Model = model };
    }

    /// <summary>The model, for a metric that needs it.</summary>
    internal IModel<T> ModelFor(string metric) =>
        Model ?? throw new InvalidOptionException($"{metric} asks the model about further rows, and the explained rows of {T.Schema.Name} do not know it. Make them with ExplainedRows.Of, or set their Model.");

    /// <summary>What is said of effects that are not on the model's own scale, so that they are not compared with others.</summary>
    internal string Scale => Explanations.All(explanation => explanation.Link == LinkFunction.Identity) ? ""
        : Explanations.All(explanation => explanation.Link == LinkFunction.Logit) ? ", in log odds"
        : ", some in log odds";

    /// <summary>The surrogate of one row asked about another, on the model's scale.</summary>
    internal double Surrogate(int explained, int row) =>
        _coordinates is null ? Explanations[explained].Predict(Data.Encoded[row]) : Explanations[explained].Predict(Data.Rows[row]);

    /// <summary>The effects of a row, in own units; those of texts and images by word and by number.</summary>
    internal ReadOnlySpan<double> Effects(int row) => _coordinates is null ? Explanations[row].Attribution.AsSpan() : _coordinates.Value.Effects(row);

    /// <summary>The input of a row: numbers, 1 or 0 for flags, positions of categories; 1 for the words it has, the numbers of images.</summary>
    internal ReadOnlySpan<double> Inputs(int row) => _coordinates is null ? TableInputs(row) : _coordinates.Value.Inputs(row);

    private double[] TableInputs(int row)
    {
        double[] values = new double[T.Schema.Features.Length];
        foreach (Feature<T> feature in T.Schema.Features)
        {
            ReadOnlySpan<double> columns = Data.Encoded[row];
            values[feature.Index] = feature.Kind == FeatureKind.Category ? feature.CategoryIn(columns) : columns[feature.Column];
        }

        return values;
    }
}
