using TypedExplain.Numerics;
using TypedExplain.Schema;
using TypedExplain.Schema.Values;

namespace TypedExplain.Generated;

public readonly ref partial struct Perturbation
{
    /// <summary>Draws <see cref="double"/> features that follow each other and have the same limits; the same as one call each.</summary>
    /// <param name="feature">Position of the first feature.</param>
    /// <param name="column">Its column.</param>
    /// <param name="count">How many features there are.</param>
    /// <param name="minimum">Smallest legal value.</param>
    /// <param name="maximum">Largest legal value.</param>
    public void Reals(int feature, int column, int count, double minimum = double.MinValue, double maximum = double.MaxValue)
    {
        bool areStill = LeavesStill && Spread.Slice(FirstFeature + feature, count).Contains(0);
        if (!areStill && Design != SamplingDesign.LatinHypercube && AreNormal(Axes.Slice(FirstFeature + feature, count))
            && !AnyAtLimit(FirstFeature + feature, count, minimum, maximum))
        {
            FillNormal(FirstFeature + feature, FirstColumn + column, count, minimum, maximum);
            return;
        }

        for (int i = 0; i < count; i++)
            Real(feature + i, column + i, minimum, maximum);
    }

    private bool AreNormal(ReadOnlySpan<Axis> axes)
    {
        foreach (Axis axis in axes)
        {
            if (axis.Scale != FeatureScale.Linear || !(AroundRows || axis.Draw is DrawMode.Gaussian or DrawMode.Fixed))
                return false;
        }

        return true;
    }

    /// <summary>Draws features side by side, in tiles of rows.</summary>
    private void FillNormal(int feature, int column, int count, double minimum, double maximum)
    {
        using Pooled memory = Pooled.Unset(RowTiles.Columns * RowTiles.Rows);
        for (int first = 0; first < Draws.Length; first += RowTiles.Rows)
        {
            int rows = Math.Min(RowTiles.Rows, Draws.Length - first);
            for (int i = 0; i < count; i += RowTiles.Columns)
            {
                int columns = Math.Min(RowTiles.Columns, count - i);
                ReadOnlySpan<double> spreads = Spread.Slice(feature + i, columns);
                for (int j = 0; j < columns; j++)
                {
                    Span<double> draws = memory.Span.Slice(j * RowTiles.Rows, rows);
                    if (spreads[j] == 0)
                        draws.Clear();
                    else if (!Normals.IsEmpty)
                        Normals.Slice(((feature + i + j) * RandomStream.WholeBlocks(Draws.Length)) + first, rows).CopyTo(draws);
                    else
                        FillNormal(Stream.For(feature + i + j), feature + i + j, first, draws);
                }

                // Each number has one slot, so the slots of a run are contiguous.
                ReadOnlySpan<double> centers = AroundRows ? default : Center.Slice(Axes[feature + i].Slot, columns);
                Span<double> tile = Rows[((first * Columns) + column + i)..];
                if (!RowTiles.Write(memory.Span, spreads, centers, tile, rows, Columns, minimum, maximum))
                    Fold(tile, rows, columns, minimum, maximum);
            }
        }
    }

    private void Fold(Span<double> tile, int rows, int columns, double minimum, double maximum)
    {
        for (int row = 0; row < rows; row++)
        {
            foreach (ref double value in tile.Slice(row * Columns, columns))
                value = Folding.Fold(value, minimum, maximum);
        }
    }
}
