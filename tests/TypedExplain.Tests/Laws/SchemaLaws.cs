using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Laws;

/// <summary>Laws of generated code, over every schema of the zoo and against its reflection twin.</summary>
public class SchemaLaws
{
    private const int Records = 200;

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void SchemaIsTheTwins(Animal animal) => animal.Obeys(new SameSchema());

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void GroupsPartitionTheColumns(Animal animal) => animal.Obeys(new Partition());

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void EncodingIsTheTwins(Animal animal) => animal.Obeys(new SameEncoding());

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void DecodingUndoesEncoding(Animal animal) => animal.Obeys(new RoundTrip());

    private sealed class SameSchema : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            FeatureSchema<T> schema = T.Schema;
            List<TwinFeature> twins = new Twin<T>().Features;
            Assert.Equal(new Twin<T>().Name, schema.Name);
            Assert.Equal(twins.Select(twin => twin.Name), schema.Features.Select(feature => feature.Name));
            foreach ((Feature<T> feature, TwinFeature twin) in schema.Features.Zip(twins))
            {
                Assert.Equal(twin.Kind, feature.Kind);
                Assert.Equal(twin.Column, feature.Column);
                Assert.Equal(twin.Columns, feature.ColumnCount);
                Assert.Equal(twin.Unit, feature.Unit);
                Assert.Equal(twin.Range, feature.Range);
                Assert.Equal(twin.Categories.Select(category => category.Name), feature.Categories);
                long[] numbers = twin.Type.IsEnum ? [.. twin.Categories.Select(category => Convert.ToInt64(category.Value))] : [];
                Assert.Equal(numbers.Select((_, i) => (long)i).SequenceEqual(numbers) && feature.EnumValues.IsEmpty ? [] : numbers, feature.EnumValues);
                Assert.Equal((twin.Scale, twin.LogOffset), (feature.Scale, feature.LogOffset));
                Assert.Equal((twin.Draw, twin.DrawScale), (feature.Draw, feature.DrawScale));
                Assert.Equal(twin.IsNullable, schema.IsNullable(feature));
                Assert.Equal(twins.TakeWhile(other => other != twin).Count(twin.Speaks), feature.Covers);
                if (twin.IsNumeric)
                    Assert.Equal(twin.Limits, feature.Limits);
                if (twin.Kind == FeatureKind.Category)
                    Assert.Equal(twin.Encoding, feature.Encoding);
            }
        }
    }

    private sealed class Partition : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            IEnumerable<int> columns = T.Schema.Features.SelectMany(feature => Enumerable.Range(feature.Column, feature.ColumnCount));
            Assert.Equal(Enumerable.Range(0, T.Schema.Columns), columns);
        }
    }

    private sealed class SameEncoding : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            Twin<T> twin = new();
            Random random = new(11);
            double[] columns = new double[T.Schema.Columns];
            for (int i = 0; i < Records; i++)
            {
                T record = twin.Random(random);
                Array.Fill(columns, double.NaN);
                T.Schema.Encode(record, columns);
                Assert.Equal(twin.Encode(record), columns);
            }
        }
    }

    private sealed class RoundTrip : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            Twin<T> twin = new();
            Random random = new(12);
            double[] columns = new double[T.Schema.Columns];
            for (int i = 0; i < Records; i++)
            {
                T record = twin.Random(random);
                T.Schema.Encode(record, columns);
                Assert.Equal(twin.Values(record), twin.Values(T.Decode(columns)));
            }
        }
    }
}
