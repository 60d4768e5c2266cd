namespace TypedExplain.Images;

/// <summary>k-means over the places and colors of pixels, where each center looks at its surroundings only.</summary>
internal sealed class LocalClusters
{
    private readonly double[] _planes;
    private readonly int _planeCount, _height, _width, _numbers;
    private readonly double _step;

    /// <summary>Per center: row, column, then its color.</summary>
    private readonly double[] _centers;

    /// <param name="planes">The colors, plane after plane.</param>
    /// <param name="planeCount">How many planes there are.</param>
    /// <param name="height">Rows.</param>
    /// <param name="width">Pixels per row.</param>
    /// <param name="step">Pixels between centers at first.</param>
    public LocalClusters(double[] planes, int planeCount, int height, int width, double step)
    {
        (_planes, _planeCount, _height, _width, _step) = (planes, planeCount, height, width, step);
        _numbers = 2 + planeCount;
        int rows = Math.Clamp((int)Math.Round(height / step), 1, height), columns = Math.Clamp((int)Math.Round(width / step), 1, width);
        _centers = new double[rows * columns * _numbers];
        for (int center = 0; center < rows * columns; center++)
        {
            // The middle of its part of the grid.
            int row = ((2 * (center / columns)) + 1) * height / (2 * rows), column = ((2 * (center % columns)) + 1) * width / (2 * columns);
            Span<double> own = _centers.AsSpan(center * _numbers, _numbers);
            (own[0], own[1]) = (row, column);
            for (int plane = 0; plane < planeCount; plane++)
                own[2 + plane] = planes[(plane * height * width) + (row * width) + column];
        }
    }

    /// <summary>The center that each pixel is nearest to.</summary>
    /// <param name="placeScale">What distances of places are multiplied by.</param>
    /// <param name="maxSteps">The most steps.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public int[] Find(double placeScale, int maxSteps, CancellationToken cancellation)
    {
        int[] nearest = new int[_height * _width], before = new int[nearest.Length];
        double[] distances = new double[nearest.Length];
        for (int i = 0; i < maxSteps; i++)
        {
            nearest.CopyTo(before, 0);
            Assign(placeScale * placeScale, nearest, distances, cancellation);
            if (i > 0 && nearest.AsSpan().SequenceEqual(before))
                break;
            Move(nearest);
        }

        return nearest;
    }

    private void Assign(double placeScale, int[] nearest, double[] distances, CancellationToken cancellation)
    {
        distances.AsSpan().Fill(double.PositiveInfinity);
        int reach = (int)Math.Ceiling(2 * _step);
        for (int center = 0; center < _centers.Length / _numbers; center++)
        {
            cancellation.ThrowIfCancellationRequested();
            ReadOnlySpan<double> own = _centers.AsSpan(center * _numbers, _numbers);
            int top = Math.Max(0, (int)own[0] - reach), bottom = Math.Min(_height - 1, (int)own[0] + reach);
            int left = Math.Max(0, (int)own[1] - reach), right = Math.Min(_width - 1, (int)own[1] + reach);
            for (int row = top; row <= bottom; row++)
            {
                for (int column = left; column <= right; column++)
                {
                    int pixel = (row * _width) + column;
                    double distance = Distance(own, row, column, placeScale);
                    if (distance < distances[pixel])
                        (distances[pixel], nearest[pixel]) = (distance, center);
                }
            }
        }

        // A pixel that no center sees any more looks at them all.
        for (int pixel = 0; pixel < nearest.Length; pixel++)
        {
            if (!double.IsPositiveInfinity(distances[pixel]))
                continue;
            cancellation.ThrowIfCancellationRequested();
            for (int center = 0; center < _centers.Length / _numbers; center++)
            {
                double distance = Distance(_centers.AsSpan(center * _numbers, _numbers), pixel / _width, pixel % _width, placeScale);
                if (distance < distances[pixel])
                    (distances[pixel], nearest[pixel]) = (distance, center);
            }
        }
    }

    private double Distance(ReadOnlySpan<double> center, int row, int column, double placeScale)
    {
        double down = row - center[0], across = column - center[1];
        double sum = placeScale * ((down * down) + (across * across));
        for (int plane = 0; plane < _planeCount; plane++)
        {
            double off = _planes[(plane * _height * _width) + (row * _width) + column] - center[2 + plane];
            sum = Math.FusedMultiplyAdd(off, off, sum);
        }

        return sum;
    }

    /// <summary>Moves every center to the mean of its pixels; one without any stays.</summary>
    private void Move(int[] nearest)
    {
        double[] sums = new double[_centers.Length];
        int[] counts = new int[_centers.Length / _numbers];
        for (int pixel = 0; pixel < nearest.Length; pixel++)
        {
            Span<double> own = sums.AsSpan(nearest[pixel] * _numbers, _numbers);
            own[0] += pixel / _width;
            own[1] += pixel % _width;
            for (int plane = 0; plane < _planeCount; plane++)
                own[2 + plane] += _planes[(plane * nearest.Length) + pixel];
            counts[nearest[pixel]]++;
        }

        for (int i = 0; i < sums.Length; i++)
        {
            if (counts[i / _numbers] > 0)
                _centers[i] = sums[i] / counts[i / _numbers];
        }
    }
}
