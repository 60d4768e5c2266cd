using TypedExplain.Training.Networks;
using TypedExplain.Training.Regularizers;

namespace TypedExplain.Training.Tests.Golden;

/// <summary>A regularizer at points with given neighbors.</summary>
internal sealed class GivenNeighbors(int points, int rowsPerPoint, Func<int, double[]>? columns, int outputs) : IPointLoss
{
    public double Lambda { get; set; } = 1;

    public int RowsPerPoint => rowsPerPoint;

    public int Points => points;

    public double Loss(int point, ReadOnlySpan<double> predictions, Span<double> gradient) => columns is null
        ? PointLosses.Stability(predictions, outputs, gradient)
        : PointLosses.Fidelity(columns(point), predictions, rowsPerPoint, gradient);

    public double Penalty(ReadOnlySpan<double> weights, Span<double> gradient) => 0;
}

/// <summary>A penalty of weights.</summary>
internal sealed class GivenPenalty(bool isL1) : IPointLoss
{
    public double Lambda { get; set; } = 1;

    public int RowsPerPoint => 0;

    public int Points => 0;

    public double Loss(int point, ReadOnlySpan<double> predictions, Span<double> gradient) => 0;

    public double Penalty(ReadOnlySpan<double> weights, Span<double> gradient) => isL1 ? WeightPenalty.L1(weights, gradient) : WeightPenalty.L2(weights, gradient);
}
