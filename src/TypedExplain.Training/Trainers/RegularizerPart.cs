using TypedExplain.Numerics;
using TypedExplain.Training.Kernels;
using TypedExplain.Training.Models;
using TypedExplain.Training.Networks;
using TypedExplain.Training.Regularizers;

namespace TypedExplain.Training.Trainers;

/// <summary>A regularizer at the points of the minibatch that is being worked on.</summary>
internal sealed class RegularizerPart<T>(IRegularizer<T> regularizer, InputMap<T> map, FeatureStatistics<T> statistics) : IPointLoss
    where T : IFeatureRecord<T>
{
    private readonly Scratch<double> _rows = new();
    private TrainingRows<T>? _data;
    private int[] _points = [];

    public double Lambda { get; set; } = 1;

    public int RowsPerPoint { get; } = regularizer.RowsPerPoint;

    public int Points => RowsPerPoint == 0 ? 0 : _points.Length;

    public IRegularizer<T> Regularizer => regularizer;

    private static int RowLength => T.Schema.Columns;

    /// <summary>Moves on to other points.</summary>
    public void MoveTo(TrainingRows<T> data, ReadOnlySpan<int> points)
    {
        _data = data;
        if (_points.Length != points.Length)
            _points = new int[points.Length];
        points.CopyTo(_points);
    }

    /// <summary>Draws the rows around the points, and writes them as inputs.</summary>
    /// <param name="stream">Random numbers of this step and regularizer.</param>
    /// <param name="firstPoint">Position of the first point among those of the step.</param>
    /// <param name="inputs">Where the inputs go.</param>
    /// <param name="threads">The most threads.</param>
    public void Draw(RandomStream stream, int firstPoint, Memory<float> inputs, int threads)
    {
        if (Points == 0)
            return;
        _ = _rows.Take(Points * RowsPerPoint * RowLength);
        if (threads == 1)
            Draw(stream, firstPoint, inputs.Span, 0, Points);
        else
            StaticPartition.Each(threads, Points, 1, (_, first, count) => Draw(stream, firstPoint, inputs.Span, first, count));
    }

    private void Draw(RandomStream stream, int firstPoint, Span<float> inputs, int first, int count)
    {
        int length = RowsPerPoint * RowLength;
        Span<double> rows = _rows.Take(Points * length).Slice(first * length, count * length);
        for (int point = 0; point < count; point++)
            regularizer.Sample(_data!.Encoded(_points[first + point]), statistics, stream.For(firstPoint + first + point), rows.Slice(point * length, length));
        map.Write<float>(rows, inputs[(first * RowsPerPoint * map.Inputs)..]);
    }

    public double Loss(int point, ReadOnlySpan<double> predictions, Span<double> gradient)
    {
        int length = RowsPerPoint * RowLength;
        return regularizer.Loss(_data!.Encoded(_points[point]), statistics, _rows.Take(Points * length).Slice(point * length, length), predictions, gradient);
    }

    public void Losses(int first, ReadOnlySpan<double> predictions, Span<double> gradient, Span<double> values)
    {
        int length = predictions.Length / values.Length, at = 0;
        for (; regularizer is NeighborhoodRegularizer<T> { IsFit: true } && at <= values.Length - FidelityOfFour.Points; at += FidelityOfFour.Points)
        {
            int stretch = FidelityOfFour.Points * length;
            if (!LossesOfFour(first + at, predictions.Slice(at * length, stretch), gradient.Slice(at * length, stretch), values.Slice(at, FidelityOfFour.Points)))
                Each(first + at, predictions.Slice(at * length, stretch), gradient.Slice(at * length, stretch), values.Slice(at, FidelityOfFour.Points));
        }

        if (at < values.Length)
            Each(first + at, predictions[(at * length)..], gradient[(at * length)..], values[at..]);
    }

    public double Penalty(ReadOnlySpan<double> weights, Span<double> gradient) => regularizer.Penalty(weights, gradient);

    private void Each(int first, ReadOnlySpan<double> predictions, Span<double> gradient, Span<double> values)
    {
        int length = predictions.Length / values.Length;
        for (int i = 0; i < values.Length; i++)
            values[i] = Loss(first + i, predictions.Slice(i * length, length), gradient.Slice(i * length, length));
    }

    /// <summary>The losses at four points at once; false where they cannot be had together.</summary>
    private bool LossesOfFour(int first, ReadOnlySpan<double> predictions, Span<double> gradient, Span<double> values)
    {
        int length = RowsPerPoint * RowLength, moving = 0;
        ReadOnlySpan<double> rows = _rows.Take(Points * length);
        using Pooled memory = Pooled.Unset(FidelityOfFour.Points * length);
        for (int i = 0; i < FidelityOfFour.Points; i++)
        {
            int own = TrainingNeighbors.Coordinates(_data!.Encoded(_points[first + i]), statistics, rows.Slice((first + i) * length, length), memory.Span.Slice(i * length, length));
            if (i > 0 && own != moving)
                return false;
            moving = own;
        }

        return FidelityOfFour.Losses(memory.Span, moving * RowsPerPoint, RowsPerPoint, predictions, gradient, values);
    }
}
