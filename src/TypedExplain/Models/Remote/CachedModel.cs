using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Remote;

namespace TypedExplain;

/// <summary>A model that remembers the rows it was asked about, and asks each of them once for as long as it remembers it.</summary>
/// <remarks>
/// Safe to share between threads; two that ask about the same new row at the same time may both ask the model. Where more
/// rows are remembered than there is room for, the oldest are forgotten.
/// </remarks>
/// <typeparam name="T">The record that it scores; without texts and images.</typeparam>
public sealed class CachedModel<T> : IModel<T>
    where T : IFeatureRecord<T>
{
    private readonly IModel<T> _model;
    private readonly int _capacity;
    private readonly Lock _lock = new();
    private readonly Dictionary<double[], double[]> _answers = new(RowComparer.Instance);
    private readonly Queue<double[]> _order = [];
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
    public void Score(EncodedRows<T> rows, Span<double> scores)
    {
        int columns = rows.Columns, outputs = Outputs.Length;

        // For every row its place among those to be asked about, or −1 where the answer is known.
        int[] places = ArrayPool<int>.Shared.Rent(rows.Count);
        List<double[]> fresh = Known(rows, places, scores);
        Interlocked.Add(ref _hits, rows.Count - fresh.Count);
        Interlocked.Add(ref _misses, fresh.Count);
        if (fresh.Count > 0)
        {
            double[] values = new double[fresh.Count * columns], answers = new double[fresh.Count * outputs];
            for (int i = 0; i < fresh.Count; i++)
                fresh[i].CopyTo(values, i * columns);
            answers.AsSpan().Fill(double.NaN);
            _model.Score(new EncodedRows<T>(values), answers);
            for (int row = 0; row < rows.Count; row++)
            {
                if (places[row] >= 0)
                    answers.AsSpan(places[row] * outputs, outputs).CopyTo(scores[(row * outputs)..]);
            }

            Remember(fresh, answers);
        }

        ArrayPool<int>.Shared.Return(places);
    }

    private List<double[]> Known(EncodedRows<T> rows, int[] places, Span<double> scores)
    {
        int outputs = Outputs.Length;
        List<double[]> fresh = [];
        Dictionary<double[], int> asked = new(RowComparer.Instance);
        Dictionary<double[], int>.AlternateLookup<ReadOnlySpan<double>> placeOf = asked.GetAlternateLookup<ReadOnlySpan<double>>();
        lock (_lock)
        {
            Dictionary<double[], double[]>.AlternateLookup<ReadOnlySpan<double>> answers = _answers.GetAlternateLookup<ReadOnlySpan<double>>();
            for (int row = 0; row < rows.Count; row++)
            {
                places[row] = -1;
                if (answers.TryGetValue(rows[row], out double[]? answer))
                {
                    answer.CopyTo(scores[(row * outputs)..]);
                    continue;
                }

                if (!placeOf.TryGetValue(rows[row], out places[row]))
                {
                    places[row] = fresh.Count;
                    fresh.Add(rows[row].ToArray());
                    asked.Add(fresh[^1], places[row]);
                }
            }
        }

        return fresh;
    }

    private void Remember(List<double[]> fresh, double[] answers)
    {
        int outputs = Outputs.Length;
        lock (_lock)
        {
            for (int i = 0; i < fresh.Count; i++)
            {
                double[] answer = answers[(i * outputs)..((i + 1) * outputs)];

                // What was not answered is found out by whoever asked, and may be answered another time.
                if (!Array.TrueForAll(answer, double.IsFinite) || !_answers.TryAdd(fresh[i], answer))
                    continue;
                _order.Enqueue(fresh[i]);
                if (_order.Count > _capacity)
                    _answers.Remove(_order.Dequeue());
            }
        }
    }
}
