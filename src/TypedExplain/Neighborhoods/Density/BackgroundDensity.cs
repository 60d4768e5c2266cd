using TypedExplain.Numerics;
using TypedExplain.Schema;

namespace TypedExplain.Neighborhoods.Density;

/// <summary>The density of a background: its standardized numbers, or their coordinates along components, and a bandwidth.</summary>
internal sealed class BackgroundDensity<T>
    where T : IFeatureRecord<T>
{
    // The search takes time of the square of the rows; of more rows than this, evenly spaced ones are searched.
    private const int MostSearched = 4000;

    private readonly FeatureStatistics<T> _statistics;
    private readonly Feature<T>[] _numbers;
    private readonly PrincipalComponents? _components;

    /// <summary>Fits a density.</summary>
    /// <param name="background">The rows.</param>
    /// <param name="components">How many components; null to work on the numbers themselves.</param>
    /// <param name="bandwidth">The bandwidth; null to search for it.</param>
    public BackgroundDensity(Dataset<T> background, int? components, double? bandwidth)
    {
        _statistics = background.Statistics;
        _numbers = [.. T.Schema.Features.Where(feature => feature.IsNumeric && !_statistics.IsConstant(feature))];
        if (components < 1 || components > _numbers.Length)
            throw new InvalidOptionException($"Components of the neighborhood is {components}; with {_numbers.Length} numbers that vary it must be {(_numbers.Length == 0 ? "null" : $"from 1 to {_numbers.Length}")}.");

        int numbers = _numbers.Length;
        double[] rows = new double[background.Count * numbers];
        for (int row = 0; row < background.Count; row++)
            Standardize(background.Encoded[row], rows.AsSpan(row * numbers, numbers));
        if (components is { } count)
        {
            _components = new(rows, numbers, count);
            double[] coordinates = new double[background.Count * count];
            for (int row = 0; row < background.Count; row++)
                _components.Project(rows.AsSpan(row * numbers, numbers), coordinates.AsSpan(row * count, count));
            rows = coordinates;
        }

        Points = new(rows, background.Count);
        Bandwidth = bandwidth ?? (rows.Length == 0 ? BandwidthSearch.Grid[0] : BandwidthSearch.Choose(Some(rows, background.Count)));
    }

    /// <summary>The background rows in the space of the density.</summary>
    public KernelDensity Points { get; }

    /// <summary>The width of the noise, in standardized units.</summary>
    public double Bandwidth { get; }

    /// <summary>Where an encoded row lies in the space of the density.</summary>
    public void Locate(ReadOnlySpan<double> row, Span<double> point)
    {
        if (_components is null)
        {
            Standardize(row, point);
            return;
        }

        using Pooled numbers = new(_numbers.Length);
        Standardize(row, numbers.Span);
        _components.Project(numbers.Span, point);
    }

    /// <summary>Writes the numbers of a place in that space into an encoded row; other columns stay.</summary>
    public void Place(ReadOnlySpan<double> point, Span<double> row)
    {
        using Pooled numbers = new(_numbers.Length);
        if (_components is null)
            point.CopyTo(numbers.Span);
        else
            _components.Restore(point, numbers.Span);
        for (int j = 0; j < _numbers.Length; j++)
        {
            Feature<T> number = _numbers[j];
            double value = Math.FusedMultiplyAdd(numbers.Span[j], _statistics.Deviation[number], _statistics.Mean[number]);
            if (number.IsPresent(row))
                row[number.Column] = number.Scale == FeatureScale.Log ? Math.Clamp(T.Schema.Axes[number.Index].Unscaled(value), number.Limits.Minimum, number.Limits.Maximum) : value;
        }
    }

    private void Standardize(ReadOnlySpan<double> row, Span<double> numbers)
    {
        for (int j = 0; j < _numbers.Length; j++)
        {
            Feature<T> number = _numbers[j];
            Axis axis = T.Schema.Axes[number.Index];
            double value = row[number.Column], mean = _statistics.Mean[number];
            numbers[j] = !number.IsPresent(row) ? 0
                : (axis.Scale == FeatureScale.Cyclic ? axis.Turn(mean, value) : axis.Scaled(value) - mean) / _statistics.Deviation[number];
        }
    }

    private static KernelDensity Some(ReadOnlySpan<double> points, int count)
    {
        int dimensions = points.Length / count;
        if (count <= MostSearched)
            return new(points, count);
        double[] some = new double[MostSearched * dimensions];
        for (int i = 0; i < MostSearched; i++)
            points.Slice((int)((long)i * count / MostSearched) * dimensions, dimensions).CopyTo(some.AsSpan(i * dimensions));
        return new(some, MostSearched);
    }
}
