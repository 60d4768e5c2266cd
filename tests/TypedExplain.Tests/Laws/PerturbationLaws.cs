using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Laws;

/// <summary>Laws of the neighbors that generated code draws.</summary>
public class PerturbationLaws
{
    private const int Neighbors = 600;

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void NeighborsAreLegalRecords(Animal animal) => animal.Obeys(new Legal());

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void NeighborsAreTheTwins(Animal animal) => animal.Obeys(new SameNeighbors());

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void InterpretableFormIsTheTwins(Animal animal) => animal.Obeys(new SameInterpretation());

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void FewerNeighborsAreTheFirstOfMore(Animal animal) => animal.Obeys(new Prefix());

    /// <summary>A background of random legal records, a wide neighborhood of it, and one instance.</summary>
    private static (Twin<T> Twin, GaussianNeighborhood<T> Neighborhood, double[] Instance) Setting<T>(NeighborhoodCenter center = NeighborhoodCenter.Instance, double radius = 1.7)
        where T : IFeatureRecord<T>
    {
        Twin<T> twin = new();
        Random random = new(5);
        Dataset<T> background = new(Enumerable.Range(0, 40).Select(_ => twin.Random(random)));
        GaussianNeighborhood<T> neighborhood = new() { Background = background, Samples = Neighbors + 1, Radius = radius, Center = center, HoldConstantFeatures = true };
        return (twin, neighborhood, twin.Encode(background[3]));
    }

    private static RandomStream Stream(double[] instance) => new RandomStream(3, "test").For(instance);

    private sealed class Legal : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            (Twin<T> twin, GaussianNeighborhood<T> neighborhood, double[] instance) = Setting<T>();
            double[] rows = new double[Neighbors * twin.Columns];
            neighborhood.Sample(instance, Stream(instance), rows);

            double[] again = new double[twin.Columns];
            foreach (double[] row in rows.Chunk(twin.Columns))
            {
                T record = T.Decode(row);
                T.Schema.Encode(record, again);
                Assert.Equal(row, again);
                foreach (TwinFeature feature in twin.Features.Where(feature => feature.IsNumeric))
                    Assert.InRange(row[feature.Column], feature.Limits.Minimum, feature.Limits.Maximum);
            }

            foreach (TwinFeature feature in twin.Features.Where(feature => feature.Limits.Minimum < feature.Limits.Maximum && feature.Columns != 1))
                Assert.True(rows.Chunk(twin.Columns).Select(row => string.Join(",", row.AsSpan(feature.Column, feature.Columns).ToArray())).Distinct().Count() > 1);
        }
    }

    private sealed class SameNeighbors : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            foreach (NeighborhoodCenter center in Enum.GetValues<NeighborhoodCenter>())
            {
                (Twin<T> twin, GaussianNeighborhood<T> neighborhood, double[] instance) = Setting<T>(center);
                double[] rows = new double[Neighbors * twin.Columns];
                neighborhood.Sample(instance, Stream(instance), rows);
                double[][] background = [.. neighborhood.Background!.Rows.Select(twin.Encode)];
                for (int i = 0; i < twin.Features.Count; i++)
                {
                    double[] draws = new double[Neighbors];
                    TwinFeature feature = twin.Features[i];
                    if (feature.IsNumeric)
                        Stream(instance).For(i).FillNormal(0, draws);
                    else
                        Stream(instance).For(i).FillUniform(0, draws);
                    for (int row = 0; row < Neighbors; row++)
                        Assert.Equal(Drawn(background, feature, i, neighborhood, instance, draws[row]), rows.AsSpan((row * twin.Columns) + feature.Column, feature.Columns).ToArray());
                }
            }
        }

        private static double[] Drawn<T>(double[][] background, TwinFeature feature, int index, GaussianNeighborhood<T> neighborhood, double[] instance, double draw)
            where T : IFeatureRecord<T>
        {
            if (!feature.IsNumeric)
            {
                double[] frequency = [.. Enumerable.Range(feature.Column, feature.Columns).Select(column => background.Sum(row => row[column]) / background.Length)];
                if (feature.Columns == 1)
                    return [draw < (frequency[0] is 0 or 1 ? instance[feature.Column] : frequency[0]) ? 1 : 0];
                int drawn = 0;
                double sum = frequency[0];
                while (drawn < frequency.Length - 1 && draw >= sum)
                    sum += frequency[++drawn];
                return [.. frequency.Select((_, category) => category == drawn ? 1.0 : 0.0)];
            }

            double center = neighborhood.Center == NeighborhoodCenter.Instance ? instance[feature.Column] : neighborhood.Statistics.Mean[index];
            double value = Math.FusedMultiplyAdd(neighborhood.Radius * neighborhood.Statistics.Deviation[index], draw, center);
            (double low, double high) = (Math.Max(feature.Limits.Minimum, double.MinValue), Math.Min(feature.Limits.Maximum, double.MaxValue));

            // Mirror at the limits, one reflection at a time.
            while (value < low || value > high)
                value = value < low ? low + (low - value) : high - (value - high);
            if (feature.Kind is FeatureKind.Whole or FeatureKind.Ordinal)
                return [Math.Clamp(Math.Round(value), low, high) + 0.0];
            if (feature.Type == typeof(float))
                return [(float)value];
            if (feature.IsTime)
                return [feature.NearestTime(value) + 0.0];
            if (feature.Type == typeof(Half))
                return [(double)(Half)value];
            return [feature.Type == typeof(decimal) ? (double)(decimal)value : value];
        }
    }

    private sealed class SameInterpretation : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            (Twin<T> twin, GaussianNeighborhood<T> neighborhood, double[] instance) = Setting<T>();
            double[] rows = new double[Neighbors * twin.Columns], interpretable = new double[Neighbors * twin.Features.Count];
            neighborhood.Sample(instance, Stream(instance), rows);
            FeatureStatistics<T> statistics = neighborhood.Statistics;
            T.Interpret(new Interpretation
            {
                Instance = instance,
                Mean = statistics.Mean.AsSpan(),
                Scale = statistics.Scale.AsSpan(),
                Rows = rows,
                Interpretable = interpretable,
                Stride = twin.Features.Count,
            });
            for (int row = 0; row < Neighbors; row++)
            {
                for (int i = 0; i < twin.Features.Count; i++)
                {
                    TwinFeature feature = twin.Features[i];
                    ReadOnlySpan<double> own = instance.AsSpan(feature.Column, feature.Columns), drawn = rows.AsSpan((row * twin.Columns) + feature.Column, feature.Columns);
                    double expected = feature.IsNumeric ? (drawn[0] - statistics.Mean[i]) / statistics.Scale[i] : drawn.SequenceEqual(own) ? 1 : 0;
                    Assert.Equal(expected, interpretable[(row * twin.Features.Count) + i]);
                }
            }
        }
    }

    private sealed class Prefix : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            (Twin<T> twin, GaussianNeighborhood<T> neighborhood, double[] instance) = Setting<T>();
            double[] many = new double[Neighbors * twin.Columns], few = new double[7 * twin.Columns];
            neighborhood.Sample(instance, Stream(instance), many);
            neighborhood.Sample(instance, Stream(instance), few);
            Assert.Equal(few, many[..few.Length]);
        }
    }
}
