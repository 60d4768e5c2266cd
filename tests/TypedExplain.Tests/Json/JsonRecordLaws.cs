using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Json;

/// <summary>Laws over every schema of the zoo: a record that is written as JSON is read back the same, as its schema has it, and what is wrong is told by name.</summary>
public class JsonRecordLaws
{
    private const int Records = 60;

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void Reading_undoes_writing(Animal animal) => animal.Obeys(new RoundTrip());

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void The_schema_takes_what_is_written(Animal animal) => animal.Obeys(new KeptSchema());

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void Names_in_any_case_and_with_dots_are_the_same(Animal animal) => animal.Obeys(new OtherNames());

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void What_is_missing_is_told_by_name(Animal animal) => animal.Obeys(new NoneMissing());

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void What_has_another_type_is_told_by_name(Animal animal) => animal.Obeys(new NoOtherType());

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void What_stands_twice_is_told_by_name(Animal animal) => animal.Obeys(new NoneTwice());

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void Protected_values_are_left_out(Animal animal) => animal.Obeys(new Withheld());

    private static T[] Random<T>(int seed)
        where T : IFeatureRecord<T>
    {
        Twin<T> twin = new();
        Random random = new(seed);
        return [.. Enumerable.Range(0, Records).Select(_ => twin.Random(random))];
    }

    private static void Same<T>(T expected, T actual)
        where T : IFeatureRecord<T>
    {
        Twin<T> twin = new();
        Assert.Equal(twin.Values(expected), twin.Values(actual));
        Assert.Equal(twin.Encode(expected).Select(BitConverter.DoubleToInt64Bits), twin.Encode(actual).Select(BitConverter.DoubleToInt64Bits));
    }

    /// <summary>The members of a record's JSON, with the path of the object that they stand in.</summary>
    private static IEnumerable<(JsonObject In, string Name, string Path)> Members(JsonObject json, string path = "") => json.ToArray().SelectMany(member =>
        ((JsonObject, string, string)[])[(json, member.Key, path + member.Key), .. member.Value is JsonObject inside ? Members(inside, path + member.Key + ".") : []]);

    private static JsonObject Parsed<T>(T record)
        where T : IFeatureRecord<T> => JsonNode.Parse(JsonRecord.Write(record))!.AsObject();

    private static InvalidRecordException Refusal<T>(string json)
        where T : IFeatureRecord<T> => Assert.Throws<InvalidRecordException>(() => JsonRecord.Read<T>(json));

    private sealed class RoundTrip : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            foreach (T record in Random<T>(31))
            {
                string json = JsonRecord.Write(record);
                Same(record, JsonRecord.Read<T>(json));
                Same(record, JsonRecord.Read<T>(Encoding.UTF8.GetBytes(json)));
                Same(record, JsonRecord.Read<T>(JsonDocument.Parse(json).RootElement));
                Assert.Equal(json, JsonRecord.Write(JsonRecord.Read<T>(json)));
            }
        }
    }

    private sealed class KeptSchema : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            string schema = JsonRecord.Schema<T>();
            SchemaCheck check = new();
            foreach (T record in Random<T>(32))
                Assert.Empty(check.FaultsBy(schema, JsonRecord.Write(record)));
            Assert.Empty(check.Declared("schema").Except(check.Met));
        }
    }

    private sealed class OtherNames : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            foreach (T record in Random<T>(33).Take(10))
            {
                JsonObject flat = [], json = Parsed(record);
                Flatten(json, "", flat);
                Same(record, JsonRecord.Read<T>(flat.ToJsonString()));
                string[] paths = [.. Members(json).Select(member => member.Path.ToUpperInvariant())];
                if (paths.Distinct().Count() == paths.Length)
                    Same(record, JsonRecord.Read<T>(Upper(json).ToJsonString()));
            }
        }

        private static void Flatten(JsonObject json, string path, JsonObject flat)
        {
            foreach ((string name, JsonNode? value) in json)
            {
                if (value is JsonObject inside)
                    Flatten(inside, path + name + ".", flat);
                else
                    flat.Add(path + name, value?.DeepClone());
            }
        }

        private static JsonObject Upper(JsonObject json) => new(json.Select(member =>
            KeyValuePair.Create(member.Key.ToUpperInvariant(), member.Value is JsonObject inside ? Upper(inside) : member.Value?.DeepClone())));
    }

    private sealed class NoneMissing : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            JsonObject json = Parsed(Random<T>(34)[0]);
            JsonElement schema = JsonDocument.Parse(JsonRecord.Schema<T>()).RootElement;
            foreach ((JsonObject inside, string name, string path) in Members(json).ToArray())
            {
                JsonNode? value = inside[name];
                foreach (bool isNull in (bool[])[false, true])
                {
                    inside.Remove(name);
                    if (isNull)
                        inside[name] = null;
                    if (IsRequired(schema, path))
                    {
                        RecordFault fault = Assert.Single(Refusal<T>(json.ToJsonString()).Faults);
                        Assert.Equal(path, fault.Member);
                        Assert.StartsWith(isNull ? "it is null; it must be " : "it is missing; it must be ", fault.Message);
                    }
                    else
                    {
                        Assert.Contains($"\"{name}\":null", JsonRecord.Write(JsonRecord.Read<T>(json.ToJsonString())).Replace(JsonEncodedText.Encode(name).ToString(), name, StringComparison.Ordinal));
                    }
                }

                inside.Remove(name);
                inside[name] = value;
            }

            string?[] required = [.. schema.GetProperty("required").EnumerateArray().Select(name => name.GetString())];
            if (required.Length > 0)
                Assert.Equal(required.Take(100), Refusal<T>("{}").Faults.Select(fault => fault.Member).Where(member => member.Length > 0));
            else
                _ = JsonRecord.Read<T>("{}");
        }

        private static bool IsRequired(JsonElement schema, string path)
        {
            string[] names = path.Split('.');
            foreach (string name in names[..^1])
                schema = schema.GetProperty("properties").GetProperty(name);
            return schema.GetProperty("required").EnumerateArray().Any(name => name.GetString() == names[^1]);
        }
    }

    private sealed class NoOtherType : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            JsonObject json = Parsed(Random<T>(35)[0]);
            foreach ((JsonObject inside, string name, string path) in Members(json).ToArray())
            {
                if (inside[name] is not { } value)
                    continue;
                JsonNode[] wrong = [JsonValue.Create("nonsense"), new JsonArray(), .. value.GetValueKind() == JsonValueKind.Number ? [] : (JsonNode[])[JsonValue.Create(7)]];
                foreach (JsonNode other in wrong)
                {
                    inside[name] = other;
                    RecordFault fault = Assert.Single(Refusal<T>(json.ToJsonString()).Faults);
                    Assert.Equal(path, fault.Member);
                    Assert.Contains("it must be ", fault.Message);
                }

                inside[name] = value;
            }
        }
    }

    private sealed class NoneTwice : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            string json = JsonRecord.Write(Random<T>(36)[0]);
            foreach (JsonProperty member in JsonDocument.Parse(json).RootElement.EnumerateObject())
            {
                foreach (string name in (string[])[member.Name, "_" + member.Name + "-"])
                {
                    RecordFault fault = Assert.Single(Refusal<T>($"{json[..^1]},{JsonSerializer.Serialize(name)}:{member.Value.GetRawText()}}}").Faults);
                    Assert.Equal(member.Name, fault.Member);
                    Assert.StartsWith("it stands there twice", fault.Message);
                }
            }
        }
    }

    private sealed class Withheld : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            T record = Random<T>(37)[0];
            string[] kept = [.. Members(Parsed(record)).Select(member => member.Path)];
            string[] withheld = [.. Members(JsonNode.Parse(JsonRecord.Write(record, ProtectedValues.Withheld))!.AsObject()).Select(member => member.Path)];
            Assert.Equal(kept.Where(path => !T.Schema.Features.Where(feature => feature.Kind != FeatureKind.Missing && Belongs(feature.Name, path)).All(feature => feature.IsProtected)), withheld);
        }

        private static bool Belongs(string feature, string path) => feature == path || feature.StartsWith(path + ".", StringComparison.Ordinal) || feature.StartsWith(path + "[", StringComparison.Ordinal);
    }
}
