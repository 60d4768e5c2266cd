using System.Text.Json;
using System.Text.Json.Serialization;
using TypedExplain.Tests.Hidden;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Json;

/// <summary>System.Text.Json writes results inside a user's own types, with a source-generated context and without reflection; nothing needs to be set up for that.</summary>
public class ConverterTests
{
    private static readonly ShapValues<LoanApplication> s_shap = new KernelShap<LoanApplication> { Background = Settings.Applications }.Values(Settings.Credit, Settings.Applications[0]);

    private static readonly Outcome<LoanApplication> s_outcome = new Certifier<LoanApplication> { Explainer = new Lime<LoanApplication>(), Standard = new() { MinimumFit = -1 } }.Explain(Settings.Credit, Settings.Applications[0]);

    private static readonly Score s_score = new("m", double.NaN, -0.0, 0, "rows", MetricDirection.LowerIsBetter, "none");

    private static Letter Whole => new("A", Settings.Loan, s_shap, s_outcome, s_score, [Settings.Loan], Settings.Loan, null);

    public static TheoryData<string> Serializers => ["context", "reflection"];

    private static JsonSerializerOptions Options(string serializer, params JsonConverter[] converters)
    {
        JsonSerializerOptions options = new() { TypeInfoResolver = serializer == "context" ? LetterContext.Default : new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver() };
        foreach (JsonConverter converter in converters)
            options.Converters.Add(converter);
        return options;
    }

    [Theory]
    [MemberData(nameof(Serializers))]
    public void Results_are_written_inside_other_types(string serializer)
    {
        JsonElement root = JsonDocument.Parse(JsonSerializer.Serialize(Whole, Options(serializer))).RootElement;

        Same(Settings.Loan, root.GetProperty(nameof(Letter.Explanation)));
        Same(s_shap, root.GetProperty(nameof(Letter.Shap)));
        Same(s_outcome, root.GetProperty(nameof(Letter.Outcome)));
        Same(s_score, root.GetProperty(nameof(Letter.Score)));
        Same(Settings.Loan, root.GetProperty(nameof(Letter.All))[0]);
        Same(Settings.Loan, root.GetProperty(nameof(Letter.Anything)));
        Assert.Equal(JsonValueKind.Null, root.GetProperty(nameof(Letter.None)).ValueKind);
    }

    [Theory]
    [MemberData(nameof(Serializers))]
    public void Every_result_is_written_by_itself(string serializer)
    {
        JsonSerializerOptions options = Options(serializer);
        ConsensusExplanation<LoanApplication> consensus = new Consensus<LoanApplication> { Explainers = [new Lime<LoanApplication>(), new Linex<LoanApplication>()] }.Explain(Settings.Credit, Settings.Applications[0]);
        MetricTable<LoanApplication> table = MetricTable<LoanApplication>.Of([new Lime<LoanApplication>()], [new Infidelity<LoanApplication>()], Settings.Credit, new(Settings.Applications.Rows.Take(5)));

        Same(Settings.Loan, Parse(JsonSerializer.Serialize(Settings.Loan, options)));
        Same(s_shap, Parse(JsonSerializer.Serialize(s_shap, options)));
        Same(s_outcome, Parse(JsonSerializer.Serialize(s_outcome, options)));
        Same(s_outcome, Parse(JsonSerializer.Serialize(Assert.IsType<Certified<LoanApplication>>(s_outcome), options)));
        Same(consensus, Parse(JsonSerializer.Serialize(consensus, options)));
        Same(s_score, Parse(JsonSerializer.Serialize(s_score, options)));
        Same(table, Parse(JsonSerializer.Serialize(table, options)));
    }

    [Theory]
    [MemberData(nameof(Serializers))]
    public void With_a_converter_of_the_record_they_are_read(string serializer)
    {
        JsonSerializerOptions options = Options(serializer, new ResultConverter<Explanation<LoanApplication>>(), new ResultConverter<ShapValues<LoanApplication>>(), new ResultConverter<Outcome<LoanApplication>>());
        Letter without = Whole with { Anything = null };
        Letter read = JsonSerializer.Deserialize<Letter>(JsonSerializer.Serialize(without, options), options)!;

        Answers.Equal(Settings.Loan, read.Explanation, Settings.Applications[1]);
        Answers.Equal(Settings.Loan, Assert.Single(read.All), Settings.Applications[1]);
        Assert.Equal((s_shap.ToJson(), s_outcome.ToJson(), s_score), (read.Shap.ToJson(), read.Outcome.ToJson(), read.Score));
    }

    [Theory]
    [MemberData(nameof(Serializers))]
    public void Without_one_the_error_says_what_to_add(string serializer) => Assert.Contains(
        "add new ResultConverter<TResult>() of it to the Converters of the options",
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Explanation<LoanApplication>>(Settings.Loan.ToJson(), Options(serializer))).Message);

    [Fact]
    public void What_cannot_be_read_is_an_error_of_the_serializer()
    {
        JsonException error = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Explanation<LoanApplication>>("{}", Options("context", new ResultConverter<Explanation<LoanApplication>>())));
        Assert.IsType<InvalidJsonException>(error.InnerException);
        Assert.Contains("$.version is missing.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_converter_can_withhold_what_is_protected()
    {
        JsonSerializerOptions options = new() { TypeInfoResolver = LetterContext.Default, Converters = { new ResultConverter<Explanation<Patient>>(ProtectedValues.Withheld) } };

        Same(Parse(Settings.Ill.ToJson(ProtectedValues.Withheld)), Parse(JsonSerializer.Serialize(Settings.Ill, options)));
        Same(Settings.Ill, Parse(JsonSerializer.Serialize(Settings.Ill, LetterContext.Default.Options)));
    }

    [Fact]
    public void Indentation_and_escapes_are_the_writers()
    {
        string json = JsonSerializer.Serialize(Settings.Loan, new JsonSerializerOptions { TypeInfoResolver = LetterContext.Default, WriteIndented = true });

        Assert.StartsWith("{\n  \"$schema\": \"https://", json, StringComparison.Ordinal);
        Answers.Equal(Settings.Loan, Explanation<LoanApplication>.FromJson(json));
    }

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;

    private static void Same(IJsonResult expected, JsonElement actual) => Same(Parse(expected.ToJson()), actual);

    private static void Same(JsonElement expected, JsonElement actual) => Assert.True(JsonElement.DeepEquals(expected, actual), actual.GetRawText());
}

/// <summary>What a service may answer with.</summary>
public sealed record Letter(
    string To,
    Explanation<LoanApplication> Explanation,
    ShapValues<LoanApplication> Shap,
    Outcome<LoanApplication> Outcome,
    Score Score,
    IReadOnlyList<Explanation<LoanApplication>> All,
    object? Anything,
    Explanation<LoanApplication>? None);

[JsonSerializable(typeof(Letter))]
[JsonSerializable(typeof(Certified<LoanApplication>))]
[JsonSerializable(typeof(ConsensusExplanation<LoanApplication>))]
[JsonSerializable(typeof(MetricTable<LoanApplication>))]
[JsonSerializable(typeof(Explanation<Patient>))]
internal sealed partial class LetterContext : JsonSerializerContext;
