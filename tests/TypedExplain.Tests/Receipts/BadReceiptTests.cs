using System.Text;
using System.Text.Json;
using TypedExplain.Tests.Hidden;
using TypedExplain.Tests.Json;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Receipts;

/// <summary>A receipt that was changed is not read, or replays as what it is: not identical.</summary>
public class BadReceiptTests
{
    private static readonly IModel<LoanApplication> s_model = Settings.Credit.Identified("credit", "2026-11", new string('a', 64));

    private static readonly Receipt<LoanApplication> s_receipt = Receipt.Of(
        new Lime<LoanApplication> { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = Settings.Applications, Samples = 30 } }.Explain(s_model, Settings.Applications[0]),
        s_model,
        Settings.Applications);

    /// <summary>One bit at a time of every 7th byte, in turn each of the eight.</summary>
    [Fact]
    public void A_flipped_bit_is_found_wherever_it_is()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(s_receipt.ToJson());
        List<string> missed = [];
        int read = 0;
        for (int at = 0; at < bytes.Length; at += 7)
        {
            byte[] changed = [.. bytes];
            changed[at] ^= (byte)(1 << (at % 8));
            try
            {
                Receipt<LoanApplication> receipt = Receipt<LoanApplication>.FromJson(changed);
                read++;

                // Another last digit of a number may stand for the same double: then nothing was changed.
                if (receipt.ToJson() == s_receipt.ToJson())
                    continue;
                ReplayOutcome replay = receipt.Replay(s_model, Settings.Applications);
                if (receipt.Id == s_receipt.Id || replay is Identical { Note: null })
                    missed.Add($"{at}: {Encoding.UTF8.GetString(changed, Math.Max(0, at - 20), 40)}");
            }
            catch (InvalidJsonException error)
            {
                Assert.NotEmpty(error.Message);
            }
        }

        Assert.Empty(missed);
        Assert.InRange(read, 1, 80);
    }

    [Theory]
    [InlineData("\"localPrediction\":", "\"localPrediction\":1", "$.predicate.result.json is not a result: $.localPrediction contradicts the rest")]
    [InlineData("\"queries\":30", "\"queries\":31", "$.predicate.result.sha256 is not the SHA-256 of what stands beside it")]
    [InlineData("\"samples\":30", "\"samples\":31", null)]
    [InlineData("Statement/v1", "Statement/v2", "$._type is not what it is of a receipt; it must be https://in-toto.io/Statement/v1.")]
    [InlineData("receipt.v1.json", "receipt.v2.json", "$.predicateType is not what it is of a receipt; it must be https://github.com/typedexplain/typedexplain/blob/main/docs/schemas/receipt.v1.json.")]
    [InlineData("\"content\":\"Whole\",", "", "$.predicate.content is missing.")]
    [InlineData("\"content\":\"Whole\"", "\"content\":\"Half\"", "$.predicate.content is a text; it must be one of Whole, HashedInstance.")]
    [InlineData("\"content\":\"Whole\"", "\"content\":\"Whole\",\"content\":\"Whole\"", "twice")]
    [InlineData("\"form\":\"Explanation\"", "\"form\":\"ShapValues\"", "$.predicate.result.json is not a result: $.$schema is not that of shap-values")]
    [InlineData("\"model\":{", "\"model\":{\"extra\":1,", "$.predicate.model.extra is a member that nothing here has a use for.")]
    [InlineData("\"name\":\"model:credit@2026-11\"", "\"name\":\"model:debit@2026-11\"", "$.subject[0].name contradicts the rest")]
    public void What_was_changed_is_named(string old, string replacement, string? message)
    {
        // The first place: of options that is those of the receipt, not those of its result.
        string json = s_receipt.ToJson();
        int at = json.IndexOf(old, StringComparison.Ordinal);
        string changed = json[..at] + replacement + json[(at + old.Length)..];
        if (message is not null)
        {
            Assert.Contains(message, Assert.Throws<InvalidJsonException>(() => Receipt<LoanApplication>.FromJson(changed)).Message, StringComparison.Ordinal);
            return;
        }

        // The options of the receipt are no longer those of its result.
        Assert.IsType<Differs>(Receipt<LoanApplication>.FromJson(changed).Replay(s_model, Settings.Applications));
    }

    [Fact]
    public void What_is_no_receipt_is_refused()
    {
        Assert.Contains("$._type is missing", Message("{}"), StringComparison.Ordinal);
        Assert.Contains("cannot be read", Message("{"), StringComparison.Ordinal);
        Assert.Contains("cannot be read", Message(new string('[', 10_000) + new string(']', 10_000)), StringComparison.Ordinal);
        Assert.Contains("at most 67108864 are read", Message(new string(' ', 100 << 20)), StringComparison.Ordinal);
        Assert.Contains("it must be Patient", Assert.Throws<InvalidJsonException>(() => Receipt<Patient>.FromJson(s_receipt.ToJson())).Message, StringComparison.Ordinal);

        static string Message(string json) => Assert.Throws<InvalidJsonException>(() => Receipt<LoanApplication>.FromJson(json)).Message;
    }

    [Fact]
    public void Protected_values_leave_only_with_the_whole()
    {
        IModel<Patient> model = Model.From<Patient>(patient => (patient.Viral / 1e5) + (patient.Group == "alpha-secret" ? 0.2 : 0) + (patient.Dose / 50));
        Receipt<Patient> whole = Receipt.Of(Settings.Ill, model), hashed = Receipt.Of(Settings.Ill, model, null, ReceiptContent.HashedInstance);

        Assert.Contains("HashedInstance", Assert.Throws<InvalidOptionException>(() => whole.ToJson(ProtectedValues.Withheld)).Message, StringComparison.Ordinal);
        Assert.Equal(hashed.ToJson(), hashed.ToJson(ProtectedValues.Withheld));
        Assert.DoesNotContain("secret", hashed.ToJson(), StringComparison.Ordinal);
        Assert.DoesNotContain("31337", hashed.ToJson(), StringComparison.Ordinal);
        JsonElement[] features = [.. JsonDocument.Parse(hashed.ToJson()).RootElement.GetProperty("predicate").GetProperty("result").GetProperty("json").GetProperty("features").EnumerateArray()];
        Assert.All(features.Where(feature => feature.TryGetProperty("protected", out _)), feature => Assert.Equal(["name", "protected"], feature.EnumerateObject().Select(member => member.Name)));
        Assert.Contains(features, feature => feature.TryGetProperty("protected", out _));
        Assert.Contains(features, feature => feature.TryGetProperty("effect", out _) && !feature.TryGetProperty("value", out _));
        Assert.EndsWith("\nevery number came out the same", Receipt.Of(Settings.Ill, model.Identified("a", "1", new string('a', 64))).Replay(model.Identified("a", "1", new string('b', 64)), Settings.Patients).ToString(), StringComparison.Ordinal);
        Differs differs = Assert.IsType<Differs>(whole.Replay(Model.From<Patient>(patient => patient.Viral / 1e4), Settings.Patients));
        Assert.DoesNotContain("secret", differs.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("31337", differs.ToString(), StringComparison.Ordinal);
        Assert.Contains("(protected)", differs.ToString(), StringComparison.Ordinal);
    }

    /// <summary>What the receipt of a hashed instance leaves out is compared by its digest, and no number is claimed to be the same.</summary>
    [Fact]
    public void What_a_receipt_does_not_hold_may_be_all_that_is_otherwise()
    {
        Receipt<LoanApplication> hashed = Receipt.Of((Explanation<LoanApplication>)s_receipt.Result!, s_model, null, ReceiptContent.HashedInstance);
        string digest = hashed.ResultSha256, other = digest[..^1] + (digest[^1] == '0' ? '1' : '0');
        Receipt<LoanApplication> read = Receipt<LoanApplication>.FromJson(hashed.ToJson().Replace(digest, other, StringComparison.Ordinal)).WithInstance(Settings.Applications[0]);

        Differs differs = Assert.IsType<Differs>(read.Replay(s_model, Settings.Applications));
        Assert.Empty(differs.Differences);
        Assert.EndsWith("\nwhat came out otherwise is a part of the result that the receipt does not hold", differs.ToString(), StringComparison.Ordinal);
    }
}
