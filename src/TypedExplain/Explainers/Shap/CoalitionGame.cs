using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Numerics;
using TypedExplain.Surrogates.Coalitions;

namespace TypedExplain;

/// <summary>
/// The game that Shapley values are of: v(S) = link(mean over the background of f(x_S, b_−S)), where the features of a
/// coalition S have the instance's values and the others those of a background row. The players are the features
/// that differ from some background row, whatever the number of their columns.
/// </summary>
internal sealed class CoalitionGame<T>
    where T : IFeatureRecord<T>
{
    // A feature is as in a background row up to these.
    private const double AbsoluteTolerance = 1e-8, RelativeTolerance = 1e-5;

    // Numbers of encoded rows that are scored at a time: many rows, that stay in the cache.
    private const int BlockNumbers = 1 << 16;

    private const double SmallestNormal = 2.2250738585072014e-308;

    private readonly IModel<T> _model;
    private readonly WeightedRows<T> _background;
    private readonly Link _link;
    private readonly double[] _instance;
    private readonly bool _isComplete = T.Schema.IsComplete;
    private readonly CoalitionColumns _columns;

    /// <summary>Encodes the instance, finds the players and scores the background and the instance in one batch.</summary>
    public CoalitionGame(IModel<T> model, T instance, WeightedRows<T> background, Link link, CancellationToken cancellation)
    {
        (_model, _background, _link) = (model, background, link);
        _instance = new double[T.Schema.Columns];
        T.Schema.Encode(instance, _instance);
        Players = [.. T.Schema.Features.Where(Varies)];
        _columns = new(
            _instance.Length,
            Players.SelectMany((feature, player) => Enumerable.Range(feature.Column, feature.ColumnCount).Select(column => (column, player))),
            CoalitionSet.WordsFor(Players.Length));

        ReadOnlySpan<double> rows = background.Rows.Encoded.Values;
        using Pooled memory = new(rows.Length + _instance.Length);
        using Pooled scores = new(background.Count + 1);
        rows.CopyTo(memory.Span);
        _instance.CopyTo(memory.Span[rows.Length..]);
        Ask(memory.Span, scores.Span, cancellation);
        Empty = Linked(background.Mean(scores.Span), default);
        Full = Linked(scores.Span[background.Count], default);
    }

    /// <summary>The features that differ from some background row; the others have φ = 0.</summary>
    public ImmutableArray<Feature<T>> Players { get; }

    /// <summary>The encoded instance.</summary>
    public ReadOnlySpan<double> Instance => _instance;

    /// <summary>v(∅), the base value.</summary>
    public double Empty { get; }

    /// <summary>v(all) = link(f(x)).</summary>
    public double Full { get; }

    /// <summary>How many rows the model was asked about.</summary>
    public int Queries { get; private set; }

    /// <summary>The name of the output on the scale of the link.</summary>
    public string Output => _link == Link.Logit ? "log odds of " + _model.Outputs[0] : _model.Outputs[0];

    /// <summary>v of coalitions, asked of the model in batches of many rows.</summary>
    /// <param name="coalitions">The bits of the coalitions, one after the other.</param>
    /// <param name="values">Where v goes; one number per coalition.</param>
    /// <param name="cancellation">Ends the work after the batch that is being scored.</param>
    public void Score(ReadOnlySpan<ulong> coalitions, Span<double> values, CancellationToken cancellation)
    {
        int words = CoalitionSet.WordsFor(Players.Length), rows = _background.Count;
        int numbers = rows * _instance.Length;
        int block = Math.Min(values.Length, Math.Max(1, BlockNumbers / numbers));
        using Pooled memory = Pooled.Unset(block * numbers);
        using Pooled scores = Pooled.Unset(block * rows);
        ReadOnlySpan<double> background = _background.Rows.Encoded.Values;
        for (int first = 0; first < values.Length; first += block)
        {
            int count = Math.Min(block, values.Length - first);
            for (int i = 0; i < count; i++)
                Fill(coalitions.Slice((first + i) * words, words), background, memory.Span.Slice(i * numbers, numbers));
            Ask(memory.Span[..(count * numbers)], scores.Span[..(count * rows)], cancellation);
            for (int i = 0; i < count; i++)
                values[first + i] = Linked(_background.Mean(scores.Span.Slice(i * rows, rows)), coalitions.Slice((first + i) * words, words));
        }
    }

    private void Ask(ReadOnlySpan<double> rows, Span<double> scores, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        _model.ScoreOne(new EncodedRows<T>(rows), scores);
        Queries = (int)Math.Min(int.MaxValue, (long)Queries + scores.Length);
        cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>The background with the instance's values for the players of a coalition.</summary>
    private void Fill(ReadOnlySpan<ulong> coalition, ReadOnlySpan<double> background, Span<double> rows)
    {
        int columns = _instance.Length;
        for (int at = 0; at < rows.Length; at += columns)
            _columns.Select(coalition, _instance, background.Slice(at, columns), rows.Slice(at, columns));

        if (!_isComplete)
            new MissingPlayers<T>(_background.Rows, _instance, Players).Legalize(coalition, rows);
    }

    private double Linked(double mean, ReadOnlySpan<ulong> coalition)
    {
        if (!double.IsFinite(mean))
            throw ShapValues<T>.TooLarge(_instance, mean);
        if (_link == Link.Identity)
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
            $"The model's output {_model.Outputs[0]} is {mean} around {T.Schema.Describe(_instance)}{(known.Count == 0 ? "" : $", knowing {Listed.Names(known)}")}; log odds need a number strictly between 0 and 1. Use Link.Identity."));
    }

    private bool Varies(Feature<T> feature)
    {
        EncodedRows<T> rows = _background.Rows.Encoded;
        ReadOnlySpan<double> own = _instance.AsSpan(feature.Column, feature.ColumnCount);
        for (int row = 0; row < rows.Count; row++)
        {
            ReadOnlySpan<double> other = rows[row].Slice(feature.Column, feature.ColumnCount);
            for (int column = 0; column < own.Length; column++)
            {
                if (Math.Abs(own[column] - other[column]) > AbsoluteTolerance + (RelativeTolerance * Math.Abs(other[column])))
                    return true;
            }
        }

        return false;
    }
}
