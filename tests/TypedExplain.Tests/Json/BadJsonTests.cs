using System.Text;
using System.Text.Json.Nodes;
using TypedExplain.Tests.Hidden;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Json;

/// <summary>What is not the JSON of a result is refused by name, whatever it is.</summary>
public class BadJsonTests
{
    private static readonly string s_loan = Settings.Loan.ToJson();

    /// <summary>Members without which an explanation is still one: with less in it.</summary>
    private static readonly string[] s_optional = ["$.fit"];

    [Fact]
    public void No_member_can_be_missing()
    {
        foreach (string path in Paths(JsonNode.Parse(s_loan)!, "$"))
        {
            if (s_optional.Contains(path) || path.StartsWith("$.explainer.", StringComparison.Ordinal) || path.EndsWith(']'))
                continue;
            JsonNode root = JsonNode.Parse(s_loan)!;
            (JsonNode parent, string name) = Parent(root, path);
            ((JsonObject)parent).Remove(name);
            string message = Refused(root.ToJsonString());
            Assert.True(message.Contains(name, StringComparison.Ordinal) || message.Contains("has a use for", StringComparison.Ordinal), $"{path}: {message}");
        }
    }

    [Fact]
    public void No_member_can_stand_twice()
    {
        foreach (string name in JsonNode.Parse(s_loan)!.AsObject().Select(member => member.Key))
        {
            string twice = $"{{\"{name}\":{JsonNode.Parse(s_loan)![name]!.ToJsonString()},{s_loan[1..]}";
            Assert.Equal($"$.{name} stands twice.", Refused(twice));
        }
    }

    [Fact]
    public void No_member_can_be_more()
    {
        Assert.Equal("$.more is a member that nothing here has a use for. This library knows version 1.", Refused($"{{\"more\":1,{s_loan[1..]}"));
        Assert.Contains("$.features[0].more is", Refused(s_loan.Replace("\"features\":[{", "\"features\":[{\"more\":[],", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"NaN\"")]
    [InlineData("\"Infinity\"")]
    [InlineData("\"7FF0000000000000\"")]
    [InlineData("1e999")]
    public void No_value_can_be_something_else(string value)
    {
        foreach (string path in Paths(JsonNode.Parse(s_loan)!, "$"))
        {
            (JsonNode parent, string name) = Parent(JsonNode.Parse(s_loan)!, path);
            JsonNode? old = parent is JsonArray list ? list[int.Parse(name)] : parent[name];
            bool isText = old is JsonValue own && own.GetValueKind() == System.Text.Json.JsonValueKind.String;
            if (path.StartsWith("$.explainer.", StringComparison.Ordinal) || (isText && value.StartsWith('"') && path is "$.output" or "$.method") || old?.ToJsonString() == value || (value is "[]" && path is "$.caveats" or "$.orderDecidedAfter"))
                continue;
            const string Mark = "\"here-it-is\"";
            JsonNode root = JsonNode.Parse(s_loan)!;
            (parent, name) = Parent(root, path);
            if (parent is JsonArray items)
                items[int.Parse(name)] = JsonNode.Parse(Mark);
            else
                parent[name] = JsonNode.Parse(Mark);
            _ = Refused(root.ToJsonString().Replace(Mark, value, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("\"version\":1", "\"version\":2", "$.version is 2; this library knows version 1.")]
    [InlineData("\"version\":1", "\"version\":\"1\"", "$.version is \"1\"; this library knows version 1.")]
    [InlineData("explanation.v1.json", "explanation.v2.json", "$.$schema is not that of explanation; it must be https://github.com/typedexplain/typedexplain/blob/main/docs/schemas/explanation.v1.json.")]
    [InlineData("\"queries\":200", "\"queries\":-1", "$.queries is a number; it must be a whole number from 0 to 2147483647.")]
    [InlineData("\"queries\":200", "\"queries\":3000000000", "$.queries is a number; it must be a whole number from 0 to 2147483647.")]
    [InlineData("\"link\":\"Identity\"", "\"link\":\"identity\"", "$.link is a text; it must be one of Identity, Logit.")]
    [InlineData("\"name\":\"Age\"", "\"name\":\"Years\"", "$.features[0].name is a text; it must be Age.")]
    [InlineData("\"environments\":2", "\"environments\":0", "$.environments is a number; it must be a whole number from 1 to 2147483647.")]
    public void What_is_wrong_is_said(string old, string replacement, string message)
    {
        Assert.Contains(old, s_loan, StringComparison.Ordinal);
        Assert.Equal(message, Refused(s_loan.Replace(old, replacement, StringComparison.Ordinal)));
    }

    /// <summary>Numbers that follow from others cannot say something else than these.</summary>
    [Fact]
    public void No_number_contradicts_another()
    {
        foreach ((string member, Action<JsonNode> change) in ((string, Action<JsonNode>)[])
        [
            ("$.features[1].effect", root => root["features"]![1]!["effect"] = 5),
            ("$.features[0].value", root => root["features"]![0]!["value"] = 5),
            ("$.intercept", root => root["intercept"] = 5),
            ("$.localPrediction", root => root["localPrediction"] = root["localPrediction"]!.GetValue<double>() * 1.001),
        ])
        {
            JsonNode root = JsonNode.Parse(s_loan)!;
            change(root);
            Assert.Equal($"{member} contradicts the rest: it is not what the other members give.", Refused(root.ToJsonString()));
        }
    }

    [Fact]
    public void Another_record_is_refused()
    {
        Assert.Equal("$.record.name is LoanApplication; it must be Patient.", Assert.Throws<InvalidJsonException>(() => Explanation<Patient>.FromJson(s_loan)).Message);
        JsonNode root = JsonNode.Parse(s_loan)!;
        root["record"]!["schema"] = new string('0', 64);
        Assert.Matches("^\\$\\.record\\.schema is not the SHA-256 of the schema of LoanApplication, [0-9a-f]{64}: the record has changed since\\.", Refused(root.ToJsonString()));
    }

    [Fact]
    public void Neither_length_nor_depth_is_too_much()
    {
        byte[] long100 = new byte[100_000_000];
        long100.AsSpan().Fill((byte)' ');
        Assert.Contains("at most 67108864 are read", Assert.Throws<InvalidJsonException>(() => Explanation<LoanApplication>.FromJson(long100)).Message);
        Assert.Contains("at most 67108864 are read", Assert.Throws<InvalidJsonException>(() => Explanation<LoanApplication>.FromJson(new MemoryStream(long100))).Message);
        _ = Refused(new string('[', 10_000));
        _ = Refused(string.Concat(Enumerable.Repeat("{\"a\":", 10_000)));
        _ = Refused(s_loan.Replace("\"explainer\":{", "\"explainer\":{\"deep\":" + new string('[', 10_000) + new string(']', 10_000) + ",", StringComparison.Ordinal));
    }

    /// <summary>What an explainer says of itself may be long; finding what is wrong elsewhere then takes no longer than its length.</summary>
    [Fact]
    public void Many_options_cost_their_number()
    {
        string options = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"\"o{i}\":{i},"));
        string json = s_loan.Replace("\"explainer\":{", "\"explainer\":{" + options, StringComparison.Ordinal);

        Assert.Contains("\"o99999\":99999", Explanation<LoanApplication>.FromJson(json).Explainer.Describe().ToString(), StringComparison.Ordinal);
        Assert.Equal("$.intercept contradicts the rest: it is not what the other members give.", Refused(json.Replace("\"intercept\":0.", "\"intercept\":1.", StringComparison.Ordinal).Replace("\"intercept\":-0.", "\"intercept\":1.", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("NaN")]
    [InlineData("{\"version\":1}")]
    public void What_is_no_document_is_refused(string json) => Refused(json);

    [Fact]
    public void White_space_order_and_a_byte_order_mark_do_not_matter()
    {
        JsonObject turned = new(JsonNode.Parse(s_loan)!.AsObject().Reverse().Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
        string indented = turned.ToJsonString(new() { WriteIndented = true });

        Answers.Equal(Settings.Loan, Explanation<LoanApplication>.FromJson(indented), Settings.Applications[1]);
        Answers.Equal(Settings.Loan, Explanation<LoanApplication>.FromJson([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(s_loan)]), Settings.Applications[1]);
        Answers.Equal(Settings.Loan, Explanation<LoanApplication>.FromJson(new MemoryStream(Encoding.UTF8.GetBytes(indented))), Settings.Applications[1]);
    }

    private static string Refused(string json) => Assert.Throws<InvalidJsonException>(() => Explanation<LoanApplication>.FromJson(json)).Message;

    private static IEnumerable<string> Paths(JsonNode? node, string path) => node switch
    {
        JsonObject members => members.SelectMany(member => Paths(member.Value, $"{path}.{member.Key}").Prepend($"{path}.{member.Key}")),
        JsonArray items => items.SelectMany((item, i) => Paths(item, $"{path}[{i}]").Prepend($"{path}[{i}]")),
        _ => [],
    };

    private static (JsonNode Parent, string Name) Parent(JsonNode root, string path)
    {
        string[] steps = path[1..].Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries);
        JsonNode at = root;
        foreach (string step in steps[..^1])
            at = at is JsonArray list ? list[int.Parse(step)]! : at[step]!;
        return (at, steps[^1]);
    }
}
