using System.Text.Json;
using System.Text.Json.Nodes;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Schema;

/// <summary>Laws over every schema of the zoo: a stored schema says all there is, and passes for no other.</summary>
public class SchemaJsonLaws
{
    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void AStoredSchemaPasses(Animal animal) => animal.Obeys(new RoundTrip());

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void TheTextIsTheTwins(Animal animal) => animal.Obeys(new SameAsTwin());

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void EveryChangeIsFound(Animal animal) => animal.Obeys(new NoChange());

    [Fact]
    public void NoAnimalPassesForAnother()
    {
        string json = FeatureSchema.Of<LoanApplication>().ToJson();
        foreach (object[] row in ((IEnumerable<object[]>)Animal.All).Skip(1))
            ((Animal)row[0]).Obeys(new Stranger(json));
    }

    private sealed class RoundTrip : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            string json = T.Schema.ToJson();
            Assert.Equal(json, T.Schema.ToJson());
            T.Schema.CheckJson(json);
            T.Schema.CheckJson(JsonNode.Parse(json)!.ToJsonString());
        }
    }

    private sealed class SameAsTwin : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            JsonObject root = JsonNode.Parse(T.Schema.ToJson())!.AsObject();
            Assert.Equal(new Twin<T>().Name, (string?)root["record"]);
            JsonArray features = root["features"]!.AsArray();
            List<TwinFeature> twins = new Twin<T>().Features;
            Assert.Equal(twins.Count, features.Count);
            foreach ((TwinFeature twin, JsonNode? feature) in twins.Zip(features))
            {
                Assert.Equal(twin.Name, (string?)feature!["name"]);
                Assert.Equal(twin.Kind.ToString(), (string?)feature["kind"]);
                Assert.Equal((twin.Column, twin.Columns), ((int)feature["column"]!, (int)feature["columns"]!));
                Assert.Equal(twin.Unit, (string?)feature["unit"]);
                Assert.Equal(twin.Range, Range(feature["range"]));
                Assert.Equal(twin.Categories.Select(category => category.Name), feature["categories"]?.AsArray().Select(name => (string?)name) ?? []);
                Assert.Equal((twin.Draw.ToString(), twin.DrawScale), ((string?)feature["draw"] ?? (twin.IsNumeric ? "Gaussian" : "Marginal"), (double?)feature["drawScale"] ?? 1));
                Assert.Equal((twin.Scale.ToString(), twin.LogOffset), ((string?)feature["scale"] ?? "Linear", (double?)feature["logOffset"] ?? 0));
                Assert.Equal(twin.Kind == FeatureKind.Category ? twin.Encoding.ToString() : "OneHot", (string?)feature["encoding"] ?? "OneHot");
                if (twin.IsNumeric)
                    Assert.Equal(twin.Limits, Range(feature["limits"]) ?? FeatureRange.Unbounded);
            }
        }

        private static FeatureRange? Range(JsonNode? range) => range is null
            ? null
            : new((double?)range["minimum"] ?? double.NegativeInfinity, (double?)range["maximum"] ?? double.PositiveInfinity);
    }

    /// <summary>Each value of the JSON in turn is changed or removed; each time the check names the feature and the property.</summary>
    private sealed class NoChange : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            string json = T.Schema.ToJson();
            foreach (Feature<T> feature in T.Schema.Features)
            {
                JsonObject original = JsonNode.Parse(json)!["features"]![feature.Index]!.AsObject();
                foreach (string property in original.Select(pair => pair.Key).Where(name => name != "name"))
                {
                    foreach (bool remove in (bool[])[false, true])
                    {
                        JsonNode root = JsonNode.Parse(json)!;
                        JsonObject changed = root["features"]![feature.Index]!.AsObject();
                        if (remove)
                            changed.Remove(property);
                        else
                            changed[property] = Other(changed[property]!);
                        InvalidSchemaException error = Assert.Throws<InvalidSchemaException>(() => T.Schema.CheckJson(root.ToJsonString()));
                        Assert.StartsWith($"{feature.Name}: {property} ", Assert.Single(error.Differences));
                    }
                }
            }
        }

        private static JsonNode Other(JsonNode value) => value.GetValueKind() switch
        {
            JsonValueKind.Number => Math.BitIncrement((double)value),
            JsonValueKind.String => (string)value! + " ",
            JsonValueKind.Array => new JsonArray([.. value.AsArray().Skip(1).Select(item => item!.DeepClone())]),
            JsonValueKind.True => false,
            _ => Widened(value.AsObject()),
        };

        private static JsonObject Widened(JsonObject range)
        {
            JsonObject other = range.DeepClone().AsObject();
            if (!other.Remove("maximum"))
                other["maximum"] = 1e9;
            return other;
        }
    }

    private sealed class Stranger(string json) : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T> =>
            Assert.EndsWith("it is the schema of LoanApplication.", Assert.Throws<InvalidSchemaException>(() => T.Schema.CheckJson(json)).Message);
    }
}
