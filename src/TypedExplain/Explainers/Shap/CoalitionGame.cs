using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using TypedExplain.Errors;
using TypedExplain.Models;
using TypedExplain.Numerics;
using TypedExplain.Schema.Rows;
using TypedExplain.Surrogates.Coalitions;

namespace TypedExplain.Explainers.Shap;

/// <summary>
/// The game that Shapley values are of: v(S) = link(mean over the background of f(x_S, b_−S)), where the features of a
/// coalition S have the instance's values and the others those of a background row. The players are the features
/// that differ from some background row, however little and whatever the number of their columns; where the instance has
/// no value, what says so plays for the value too.
/// </summary>
internal sealed class CoalitionGame<T> : IDisposable
    where T : IFeatureRecord<T>
{
    // Numbers of encoded rows that are scored at a time: many rows, that stay in the cache.
    private const int BlockNumbers = 1 << 16;

    private const double SmallestNormal = 2.2250738585072014e-308;

    private readonly IModelInfo<T> _model;
    private readonly WeightedRows<T> _background;
    private readonly LinkFunction _link;
    private readonly double[] _instance;
    private readonly T _given;
    private readonly CoalitionColumns _columns;
    private readonly MissingPlayers<T>? _missing;
    private readonly Pooled _rows;
    private readonly Pooled _scores;
    private RowCheck<T> _check = RowCheck<T>.Nothing;

    /// <summary>Encodes the instance and finds the players.</summary>
    public CoalitionGame(IModelInfo<T> model, T instance, WeightedRows<T> background, LinkFunction link)
    {
        (_model, _background, _link, _given) = (model, background, link, instance);
        _instance = new double[T.Schema.Columns];
        T.Schema.Encode(instance, _instance);
        int[] owners = MissingValues<T>.Owners(_instance);
        bool[] varies = Variation(owners);
        Players = [.. T.Schema.Features.Where(feature => varies[feature.Index])];
        int[] playerOf = [.. owners.Select(owner => varies[owner] ? Players.IndexOf(T.Schema.Features[owner]) : -1)];
        _columns = new(
            _instance.Length,
            T.Schema.Features.Where(feature => playerOf[feature.Index] >= 0)
                .SelectMany(feature => Enumerable.Range(feature.Column, feature.ColumnCount).Select(column => (column, playerOf[feature.Index]))),
            CoalitionSet.WordsFor(Players.Length));
        _missing = T.Schema.IsComplete ? null : new(background.Rows, _instance, playerOf);

        ReadOnlySpan<double> rows = background.Rows.Encoded.Values;
        _rows = Pooled.Unset(rows.Length + _instance.Length);
        _scores = Pooled.Unset(background.Count + 1);
        rows.CopyTo(_rows.Span);
        _instance.CopyTo(_rows.Span[rows.Length..]);
        Asked = Ask(_rows.Memory, _scores.Memory, own: background.Count);
    }

    /// <summary>The rows of the background, then the instance, that the model is to be asked about first; then <see cref="Complete"/>.</summary>
    public RowBatch<T> Asked { get; }

    /// <summary>The features that differ from some background row; the others have φ = 0.</summary>
    public ImmutableArray<Feature<T>> Players { get; }

    /// <summary>The encoded instance.</summary>
    public ReadOnlySpan<double> Instance => _instance;

    /// <summary>The model's answer for each row of the background, as it gave it.</summary>
    public double[] Answers { get; private set; } = [];

    /// <summary>The model's answer for the instance, as it gave it.</summary>
    public double Answer { get; private set; }

    /// <summary>The mean of its answers for the background.</summary>
    public double BaseAnswer { get; private set; }

    /// <summary>v(∅), the base value.</summary>
    public double Empty { get; private set; }

    /// <summary>v(all) = link(f(x)).</summary>
    public double Full { get; private set; }

    /// <summary>On what of the instance f(x) rests that its row does not hold.</summary>
    public RowLoss<T>? Loss => _check.Loss(0, Answer);

    /// <summary>How many rows the model was asked about.</summary>
    public int Queries { get; private set; }

    /// <summary>The name of the output on the scale of the link.</summary>
    public string Output => _link == LinkFunction.Logit ? "log odds of " + _model.Outputs[0] : _model.Outputs[0];

    /// <summary>Takes the answers for the background and the instance, and says what is to be asked besides.</summary>
    /// <exception cref="InvalidModelException">The model failed, or an answer has no log odds where these are wanted.</exception>
    public RowCheck<T> Complete()
    {
        ReadOnlySpan<double> scores = Asked.Scores;
        Answers = [.. scores[..^1]];
        _check = RowCheck<T>.Of(_model, _given, Asked.Records);
        Queries += _check.Queries;
        (BaseAnswer, Answer) = (_background.Mean(scores), scores[^1]);
        (Empty, Full) = (Linked(BaseAnswer, default), Linked(Answer, default));
        return _check;
    }

    /// <summary>In how many batches so many coalitions are asked about.</summary>
    public long BatchesFor(int coalitions)
    {
        int block = Math.Max(1, BlockNumbers / (_background.Count * _instance.Length));
        return (coalitions + block - 1L) / block;
    }

    /// <summary>v of coalitions, asked of the model in batches of many rows.</summary>
    /// <param name="coalitions">The bits of the coalitions, one after the other.</param>
    /// <param name="values">Where v goes; one number per coalition.</param>
    public IEnumerable<RowBatch<T>> Score(ReadOnlyMemory<ulong> coalitions, Memory<double> values)
    {
        int words = CoalitionSet.WordsFor(Players.Length), rows = _background.Count;
        int numbers = rows * _instance.Length;
        int block = Math.Min(values.Length, Math.Max(1, BlockNumbers / numbers));
        using Pooled memory = Pooled.Unset(block * numbers);
        using Pooled scores = Pooled.Unset(block * rows);
        for (int first = 0; first < values.Length; first += block)
        {
            int count = Math.Min(block, values.Length - first);
            for (int i = 0; i < count; i++)
                Fill(coalitions.Span.Slice((first + i) * words, words), memory.Span.Slice(i * numbers, numbers));
            RowBatch<T> asked = Ask(memory.Memory[..(count * numbers)], scores.Memory[..(count * rows)], own: -1);
            yield return asked;
            for (int i = 0; i < count; i++)
                values.Span[first + i] = Linked(_background.Mean(asked.Scores.Slice(i * rows, rows)), coalitions.Span.Slice((first + i) * words, words));
        }
    }

    public void Dispose()
    {
        _rows.Dispose();
        _scores.Dispose();
    }

    /// <summary>Asks about rows of the background that inherit from the instance what no column holds; one may be the instance itself.</summary>
    private RowBatch<T> Ask(ReadOnlyMemory<double> rows, Memory<double> scores, int own)
    {
        Queries = (int)Math.Min(int.MaxValue, (long)Queries + scores.Length);
        return new(_model, rows, new RowsAround<T>(_given, scores.Length, own), scores);
    }

    /// <summary>The background with the instance's values for the players of a coalition.</summary>
    private void Fill(ReadOnlySpan<ulong> coalition, Span<double> rows)
    {
        _columns.Select(coalition, _instance, _background.Rows.Encoded.Values, rows);
        _missing?.Legalize(coalition, rows);
    }

    private double Linked(double mean, ReadOnlySpan<ulong> coalition)
    {
        if (!double.IsFinite(mean))
            throw ShapValues<T>.TooLarge(_instance, mean);
        if (_link == LinkFunction.Identity)
            return mean;
        if (mean >= SmallestNormal && mean < 1)
            return VectorMath.Log(mean / (1 - mean));

        List<string> known = [];
        for (int player = 0; player < Players.Length && !coalition.IsEmpty; player++)
        {
            if (CoalitionSet.Has(coalition, player))
                known.Add(Players[player].Name);
        }

        throw new InvalidModelException(string.Create(CultureInfo.InvariantCulture,
            $"The model's output {_model.Outputs[0]} is {mean} around {T.Schema.Describe(_instance)}{(known.Count == 0 ? "" : $", knowing {NameList.Names(known)}")}; log odds need a number strictly between 0 and 1. Use LinkFunction.Identity."));
    }

    /// <summary>For each feature whether it is a player: of what it speaks for something differs, to the bit, from some background row.</summary>
    private bool[] Variation(int[] owners)
    {
        bool[] varies = new bool[owners.Length];
        EncodedRows<T> rows = _background.Rows.Encoded;
        foreach (Feature<T> feature in T.Schema.Features)
        {
            Feature<T> owner = T.Schema.Features[owners[feature.Index]];
            for (int row = 0; row < rows.Count && !varies[owner.Index]; row++)
            {
                // A row without a value has nothing to differ from: whether there is one is another player.
                varies[owner.Index] = owner.IsPresent(rows[row]) && !Same(Columns(feature, _instance), Columns(feature, rows[row]));
            }
        }

        return varies;
    }

    private static ReadOnlySpan<double> Columns(Feature<T> feature, ReadOnlySpan<double> row) => row.Slice(feature.Column, feature.ColumnCount);

    // As bits, since −0.0 is another number than 0.0.
    private static bool Same(ReadOnlySpan<double> one, ReadOnlySpan<double> other) => MemoryMarshal.AsBytes(one).SequenceEqual(MemoryMarshal.AsBytes(other));
}
