namespace TypedExplain.Tests.Zoo;

/// <summary>How a neighborhood should draw each feature, one row at a time.</summary>
internal sealed class TwinDraws<T>(Twin<T> twin, GaussianNeighborhood<T> neighborhood, double[] instance)
    where T : IFeatureRecord<T>
{
    private readonly double[][] _background = [.. neighborhood.Background!.Rows.Select(twin.Encode)];

    /// <summary>Draws a feature in every row, from the numbers of its own stream.</summary>
    public void Draw(int index, RandomStream stream, double[][] rows)
    {
        TwinFeature feature = twin.Features[index];
        double[] draws = new double[rows.Length];
        if (feature.IsNumeric && feature.Draw is TypedExplain.DrawMode.Gaussian or TypedExplain.DrawMode.Fixed && feature.IsNumeric)
            stream.FillNormal(0, draws);
        else
            stream.FillUniform(0, draws);
        Func<double, double[]> value = feature.IsNumeric ? Number(feature, index) : Category(feature);
        TwinFeature[] covered = [.. twin.Features.Where(feature.Speaks)];
        for (int row = 0; row < rows.Length; row++)
        {
            double[] drawn = value(draws[row]);
            drawn.CopyTo(rows[row].AsSpan(feature.Column));
            foreach (TwinFeature absent in drawn[0] == 1 ? covered : [])
                rows[row].AsSpan(absent.Column, absent.Columns).Clear();
        }
    }

    /// <summary>Whether two numbers are the same but for the last digits of a logarithm or an exponential, or of a circle.</summary>
    public static bool IsNear(TwinFeature feature, double one, double other)
    {
        if (feature.Scale == FeatureScale.Cyclic)
            return Math.Abs(feature.Turn(one, other)) <= 1e-6 * (feature.Circle.End - feature.Circle.Start);
        double digits = feature.Type == typeof(float) ? 1e-6 : 1e-9;
        return Math.Abs(one - other) <= digits * (Math.Abs(one) + feature.LogOffset + 1e-3);
    }

    private IEnumerable<double[]> Present(TwinFeature feature) => _background.Where(row => twin.IsPresent(feature, row));

    private Func<double, double[]> Number(TwinFeature feature, int index)
    {
        if (feature.Draw == TypedExplain.DrawMode.Marginal)
        {
            double[] values = [.. Present(feature).Select(row => row[feature.Column])];
            return draw => [values[(int)(draw * values.Length)]];
        }

        bool isPresent = twin.IsPresent(feature, instance);
        (double mean, double deviation) = (neighborhood.Statistics.Mean[index], neighborhood.Statistics.Deviation[index]);
        bool isOwn = isPresent && (feature.Draw == TypedExplain.DrawMode.Fixed || neighborhood.Center == NeighborhoodCenter.Instance || deviation == 0);
        double center = isOwn ? feature.Scaled(instance[feature.Column]) : mean;
        double spread = feature.Draw == TypedExplain.DrawMode.Fixed ? 0 : neighborhood.Radius * feature.DrawScale * deviation;
        return draw => [Number(feature, draw, center, spread)];
    }

    private static double Number(TwinFeature feature, double draw, double center, double spread)
    {
        (double low, double high) = (Math.Max(feature.Limits.Minimum, double.MinValue), Math.Min(feature.Limits.Maximum, double.MaxValue));
        double margin = feature.Kind == FeatureKind.Real ? 0 : 0.5;
        double value;
        if (feature.Draw == TypedExplain.DrawMode.Uniform)
        {
            double edge = feature.Scale == FeatureScale.Log ? 0 : margin;
            (double start, double end) = (feature.Scaled(low - edge), feature.Scaled(high + edge));
            value = Math.FusedMultiplyAdd(draw, end - start, start);
            (low, high) = feature.Scale == FeatureScale.Log ? (low, high) : (low - margin, high + margin);
        }
        else
        {
            value = Math.FusedMultiplyAdd(spread, draw, center);
        }

        if (feature.Scale == FeatureScale.Cyclic)
        {
            (double start, double end) = feature.Circle;
            value = start + (((value - start) % (end - start)) + (end - start)) % (end - start);
        }
        else
        {
            // Mirror at the limits of the scale, one reflection at a time.
            (double bottom, double top) = (feature.Scaled(low), feature.Scaled(high));
            while (value < bottom || value > top)
                value = value < bottom ? bottom + (bottom - value) : top - (value - top);
            value = feature.Scale == FeatureScale.Log ? Math.Clamp(Math.Pow(2, value) - feature.LogOffset, low, high) : value;
        }

        return Legal(feature, value);
    }

    private static double Legal(TwinFeature feature, double value)
    {
        if (feature.Kind is FeatureKind.Whole or FeatureKind.Ordinal)
            return Math.Clamp(Math.Round(value), feature.Limits.Minimum, feature.Limits.Maximum) + 0.0;
        if (feature.Type == typeof(float))
            return (float)value;
        if (feature.IsTime)
            return feature.NearestTime(value) + 0.0;
        if (feature.Type == typeof(Half))
            return (double)(Half)value;
        return feature.Type == typeof(decimal) ? (double)(decimal)value : value;
    }

    private Func<double, double[]> Category(TwinFeature feature)
    {
        double[][] values = feature.Kind == FeatureKind.Category ? [.. feature.Categories.Select(category => feature.Encode(category.Value))] : [[1], [0]];
        double[][] present = [.. Present(feature)];
        bool isPresent = twin.IsPresent(feature, instance);
        double[] own = instance[feature.Column..(feature.Column + feature.Columns)];
        double[] shares = [.. values.Select(value => present.Length == 0 ? 0 : present.Count(row => row.AsSpan(feature.Column, feature.Columns).SequenceEqual(value)) / (double)present.Length)];
        bool isConstant = feature.Kind == FeatureKind.Category ? shares.Count(share => share > 0) < 2 : shares[0] is 0 or 1;
        if (isPresent && (feature.Draw == TypedExplain.DrawMode.Fixed || (isConstant && feature.Draw != TypedExplain.DrawMode.Uniform)))
            return _ => own;
        if (feature.Draw == TypedExplain.DrawMode.Uniform)
            shares = [.. shares.Select(_ => 1.0 / shares.Length)];

        return draw =>
        {
            int drawn = 0;
            double sum = shares[0];
            while (drawn < shares.Length - 1 && draw >= sum)
                sum += shares[++drawn];
            return values[drawn];
        };
    }
}
