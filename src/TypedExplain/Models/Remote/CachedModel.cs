using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using System.Globalization;
using TypedExplain.Models;
using TypedExplain.Models.Remote;
using TypedExplain.Schema.Rows;
using TypedExplain.Telemetry;

namespace TypedExplain;

/// <summary>A model that remembers the rows it was asked about, and asks each of them once for as long as it remembers it.</summary>
/// <remarks>
/// Safe to share between threads; two that ask about the same new row at the same time may both ask the model. Where more
/// rows are remembered than there is room for, the oldest are forgotten. Rows with the same columns are the same where the
/// model looks at columns only, and where it makes records of them, as long as these agree in what no column holds.
/// </remarks>
/// <typeparam name="T">The record that it scores; without texts and images.</typeparam>
public sealed class CachedModel<T> : IModel<T>, IWrappingModel<T>
    where T : IFeatureRecord<T>
{
    private readonly IModel<T> _model;
    private readonly int _capacity;
    private readonly Lock _lock = new();
    private readonly Dictionary<RememberedRow<T>, RememberedAnswer> _answers = new(RowComparer<T>.Instance);
    private readonly Queue<RememberedRow<T>> _order = [];
    private long _hits;
    private long _misses;

    /// <summary>Puts a memory in front of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="capacity">The most rows that are remembered; at least 1. A row takes 8 bytes per column and output, and about 150 besides.</param>
    /// <exception cref="InvalidOptionException">The capacity is below 1, or the record has texts or images.</exception>
    public CachedModel(IModel<T> model, [OptionRange(AtLeast = 1)] int capacity = 100_000)
    {
        ArgumentNullException.ThrowIfNull(model);
        T.Schema.RequireTable("A cached model");
        if (capacity < 1)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"The capacity of a cached model is {capacity}; it must be at least 1."));
        (_model, _capacity) = (model, capacity);
    }

    /// <inheritdoc/>
    public ImmutableArray<string> Outputs => _model.Outputs;

    IModel<T> IWrappingModel<T>.Inner => _model;

    /// <inheritdoc/>
    public OutputKind KindOf(int output) => _model.KindOf(output);

    /// <inheritdoc/>
    public bool Reads(Feature<T> feature)
    {
        ArgumentNullException.ThrowIfNull(feature);
        return _model.Reads(feature);
    }

    /// <summary>How many rows were answered from memory.</summary>
    public long Hits => Interlocked.Read(ref _hits);

    /// <summary>How many rows the model was asked about.</summary>
    public long Misses => Interlocked.Read(ref _misses);

    /// <summary>How many rows are remembered.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _answers.Count;
        }
    }

    /// <inheritdoc/>
    public void Score(EncodedRows<T> rows, Span<double> scores) => Score(rows, scores, CancellationToken.None);

    /// <inheritdoc/>
    public void Score(EncodedRows<T> rows, Span<double> scores, CancellationToken cancellation)
    {
        int columns = rows.Columns, outputs = Outputs.Length;

        // For every row its place among those to be asked about, or −1 where the answer is known.
        int[] places = ArrayPool<int>.Shared.Rent(rows.Count);
        List<RememberedRow<T>> fresh = Known(rows, places, scores);
        Interlocked.Add(ref _hits, rows.Count - fresh.Count);
        Interlocked.Add(ref _misses, fresh.Count);
        CountRows(Instruments.CacheHits, rows.Count - fresh.Count);
        CountRows(Instruments.CacheMisses, fresh.Count);
        if (fresh.Count > 0)
        {
            double[] values = new double[fresh.Count * columns], answers = new double[fresh.Count * outputs];
            int[] picked = new int[fresh.Count];
            (RowRecords<T>? records, int first) = rows.Source;
            for (int row = rows.Count - 1; row >= 0; row--)
            {
                if (places[row] >= 0)
                    picked[places[row]] = first + row;
            }

            for (int i = 0; i < fresh.Count; i++)
                fresh[i].Columns.CopyTo(values, i * columns);
            answers.AsSpan().Fill(double.NaN);
            PickedRecords<T> asked = new(records, picked);
            _model.Score(new EncodedRows<T>(values, asked), answers, cancellation);
            for (int row = 0; row < rows.Count; row++)
            {
                if (places[row] >= 0)
                    answers.AsSpan(places[row] * outputs, outputs).CopyTo(scores[(row * outputs)..]);
            }

            // Whoever asks learns whether answers rest on records, remembered ones too.
            if (records is not null)
                records.WasRead |= asked.WasRead;
            Remember(fresh, answers, isOfColumns: !asked.WasRead);
        }

        ArrayPool<int>.Shared.Return(places);
    }

    private static void CountRows(Counter<long> counter, int rows)
    {
        if (counter.Enabled)
            counter.Add(rows, new KeyValuePair<string, object?>(TypedExplainTelemetry.RecordTag, T.Schema.Name));
    }

    private List<RememberedRow<T>> Known(EncodedRows<T> rows, int[] places, Span<double> scores)
    {
        int outputs = Outputs.Length;
        (RowRecords<T>? records, int first) = rows.Source;
        List<RememberedRow<T>> fresh = [];
        Dictionary<RememberedRow<T>, int> asked = new(RowComparer<T>.Instance);
        Dictionary<RememberedRow<T>, int>.AlternateLookup<CacheKey<T>> placeOf = asked.GetAlternateLookup<CacheKey<T>>();
        lock (_lock)
        {
            Dictionary<RememberedRow<T>, RememberedAnswer>.AlternateLookup<CacheKey<T>> answers = _answers.GetAlternateLookup<CacheKey<T>>();
            for (int row = 0; row < rows.Count; row++)
            {
                places[row] = -1;
                CacheKey<T> key = new(rows[row], null);
                if (!(answers.TryGetValue(key, out RememberedAnswer? answer) && (answer.IsOfColumns || records is null)))
                {
                    key = new(rows[row], records?.OriginOf(first + row));
                    answer = answers.TryGetValue(key, out RememberedAnswer? own) ? own : null;
                }

                if (answer is not null)
                {
                    answer.Scores.CopyTo(scores[(row * outputs)..]);
                    if (records is not null)
                        records.WasRead |= !answer.IsOfColumns;
                    continue;
                }

                if (!placeOf.TryGetValue(key, out places[row]))
                {
                    places[row] = fresh.Count;
                    fresh.Add(RowComparer<T>.Instance.Create(key));
                    asked.Add(fresh[^1], places[row]);
                }
            }
        }

        return fresh;
    }

    private void Remember(List<RememberedRow<T>> fresh, double[] answers, bool isOfColumns)
    {
        int outputs = Outputs.Length;
        lock (_lock)
        {
            for (int i = 0; i < fresh.Count; i++)
            {
                RememberedAnswer answer = new(answers[(i * outputs)..((i + 1) * outputs)], isOfColumns);
                RememberedRow<T> row = isOfColumns && fresh[i].Origin is not null ? new(fresh[i].Columns, null) : fresh[i];

                // What was not answered is found out by whoever asked, and may be answered another time.
                if (!Array.TrueForAll(answer.Scores, double.IsFinite) || !_answers.TryAdd(row, answer))
                    continue;
                _order.Enqueue(row);
                if (_order.Count > _capacity)
                    _answers.Remove(_order.Dequeue());
            }
        }
    }
}
