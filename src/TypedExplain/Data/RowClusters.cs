namespace TypedExplain.Data;

/// <summary>Dividing the rows of a matrix into clusters (k-means after Lloyd, started as k-means++).</summary>
/// <param name="matrix">The numbers, row after row.</param>
/// <param name="columns">Numbers in a row.</param>
internal sealed class RowClusters(double[] matrix, int columns)
{
    private const int MaxRounds = 100;

    private readonly int[] _cluster = new int[matrix.Length / columns];
    private readonly double[] _distance = new double[matrix.Length / columns];

    private int Rows => _cluster.Length;

    /// <summary>For each cluster that has rows: the row nearest to its center, the first of equals, and its size.</summary>
    /// <param name="clusters">How many clusters to make at most; there are fewer where fewer rows differ.</param>
    /// <param name="stream">Chooses the first centers.</param>
    public (int[] Rows, int[] Sizes) Medoids(int clusters, RandomStream stream)
    {
        double[] centers = Divide(clusters, stream);
        int[] nearest = new int[centers.Length / columns], sizes = new int[nearest.Length];
        Array.Fill(nearest, -1);
        for (int row = 0; row < Rows; row++)
        {
            int own = _cluster[row];
            sizes[own]++;
            if (nearest[own] < 0 || _distance[row] < _distance[nearest[own]])
                nearest[own] = row;
        }

        return ([.. nearest.Where(row => row >= 0)], [.. sizes.Where(size => size > 0)]);
    }

    /// <summary>The cluster of every row.</summary>
    /// <param name="clusters">How many clusters to make at most; there are fewer where fewer rows differ.</param>
    /// <param name="stream">Chooses the first centers.</param>
    public int[] Of(int clusters, RandomStream stream)
    {
        _ = Divide(clusters, stream);
        return _cluster;
    }

    /// <summary>Makes the clusters and gives their centers.</summary>
    private double[] Divide(int clusters, RandomStream stream)
    {
        double[] centers = Start(clusters, stream);
        for (int round = 0; Assign(centers) && round < MaxRounds; round++)
            Move(centers);
        return centers;
    }

    /// <summary>Rows drawn in proportion to their squared distance from those drawn before, so no two are equal.</summary>
    private double[] Start(int clusters, RandomStream stream)
    {
        int drawn = stream.Choose(0, Rows);
        List<double> centers = [.. Row(drawn)];
        Array.Fill(_distance, double.PositiveInfinity);
        for (int center = 1; center < clusters; center++)
        {
            double total = 0;
            for (int row = 0; row < Rows; row++)
            {
                _distance[row] = Math.Min(_distance[row], SquaredDistance(Row(row), Row(drawn)));
                total += _distance[row];
            }

            if (!(total > 0))
                break;
            double left = stream.Uniform(center) * total;
            for (int row = 0; row < Rows && left >= 0; row++)
            {
                if (_distance[row] > 0)
                    (drawn, left) = (row, left - _distance[row]);
            }

            centers.AddRange(Row(drawn));
        }

        Array.Fill(_cluster, -1);
        return [.. centers];
    }

    /// <summary>Gives every row to the nearest center, the first of equals; false where no row has moved.</summary>
    private bool Assign(ReadOnlySpan<double> centers)
    {
        bool moved = false;
        for (int row = 0; row < Rows; row++)
        {
            int best = 0;
            double least = double.PositiveInfinity;
            for (int center = 0; center * columns < centers.Length; center++)
            {
                double distance = SquaredDistance(Row(row), centers.Slice(center * columns, columns));
                if (distance < least)
                    (best, least) = (center, distance);
            }

            moved |= _cluster[row] != best;
            (_cluster[row], _distance[row]) = (best, least);
        }

        return moved;
    }

    /// <summary>Moves every center to the mean of its rows; one without rows stays where it is.</summary>
    private void Move(double[] centers)
    {
        double[] sums = new double[centers.Length];
        int[] sizes = new int[centers.Length / columns];
        for (int row = 0; row < Rows; row++)
        {
            sizes[_cluster[row]]++;
            for (int column = 0; column < columns; column++)
                sums[(_cluster[row] * columns) + column] += matrix[(row * columns) + column];
        }

        for (int i = 0; i < sums.Length; i++)
        {
            if (sizes[i / columns] > 0)
                centers[i] = sums[i] / sizes[i / columns];
        }
    }

    private ReadOnlySpan<double> Row(int row) => matrix.AsSpan(row * columns, columns);

    private static double SquaredDistance(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        double squares = 0;
        for (int i = 0; i < left.Length; i++)
        {
            double off = left[i] - right[i];
            squares = Math.FusedMultiplyAdd(off, off, squares);
        }

        return squares;
    }
}
