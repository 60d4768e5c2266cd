using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace TypedExplain.Numerics;

/// <summary>The directions in which centered rows vary most, of length 1, the first one the most.</summary>
internal sealed class PrincipalComponents
{
    private readonly double[] _directions;
    private readonly int _columns;

    /// <summary>Finds the components of rows.</summary>
    /// <param name="rows">The rows, one after the other; every column has mean 0.</param>
    /// <param name="columns">Numbers in a row.</param>
    /// <param name="count">How many components; at most as many as columns.</param>
    public PrincipalComponents(ReadOnlySpan<double> rows, int columns, int count)
    {
        (_columns, Count) = (columns, count);
        double[] covariance = new double[columns * columns];
        for (int at = 0; at < rows.Length; at += columns)
        {
            ReadOnlySpan<double> row = rows.Slice(at, columns);
            for (int i = 0; i < columns; i++)
                VectorOps.AddScaled(row[i], row, covariance.AsSpan(i * columns, columns));
        }

        // Eigenvalues come in rising order. A direction's largest entry is made positive, since its sign is free.
        Evd<double> eigen = Matrix<double>.Build.DenseOfRowMajor(columns, columns, covariance).Evd(Symmetricity.Symmetric);
        _directions = new double[count * columns];
        for (int component = 0; component < count; component++)
        {
            Span<double> direction = _directions.AsSpan(component * columns, columns);
            int largest = 0;
            for (int j = 0; j < columns; j++)
            {
                direction[j] = eigen.EigenVectors[j, columns - 1 - component];
                largest = Math.Abs(direction[j]) > Math.Abs(direction[largest]) ? j : largest;
            }

            if (direction[largest] < 0)
            {
                foreach (ref double value in direction)
                    value = -value;
            }
        }
    }

    /// <summary>How many components there are.</summary>
    public int Count { get; }

    /// <summary>The coordinates of a row along the components.</summary>
    public void Project(ReadOnlySpan<double> row, Span<double> coordinates)
    {
        for (int component = 0; component < Count; component++)
            coordinates[component] = VectorOps.Dot(_directions.AsSpan(component * _columns, _columns), row);
    }

    /// <summary>The row that has given coordinates and nothing across the components.</summary>
    public void Restore(ReadOnlySpan<double> coordinates, Span<double> row)
    {
        row.Clear();
        for (int component = 0; component < Count; component++)
            VectorOps.AddScaled(coordinates[component], _directions.AsSpan(component * _columns, _columns), row);
    }
}
