using System.Text.Json;
using TypedExplain.Decisions.Tests.Reasons.Support;
using TypedExplain.Decisions.Tests.Support;
using TypedExplain.Tests.Json;

namespace TypedExplain.Decisions.Tests.Receipts;

/// <summary>A receipt of a decision that was written and read replays to the bit, and without the instance it tells nothing of it.</summary>
public class DecisionReceiptTests
{
    private const string Schema = "receipt.v1.json";

    public static TheoryData<string> Cases => [.. DecisionCases.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_receipt_that_was_read_replays(string name)
    {
        Decision decision = DecisionCases.All[name];
        string json = decision.Json();

        Assert.Equal(json, decision.Read(json));
        Assert.Equal(decision.Result.ToJson(), decision.Held(json));
        Assert.Equal("identical", decision.Replay(json));
        Assert.Empty(new SchemaCheck().Faults(json, Schema));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_receipt_without_the_instance_replays_once_it_is_given(string name)
    {
        Decision decision = DecisionCases.All[name];
        string json = decision.Json(ReceiptContent.HashedInstance);

        Assert.Equal(json, decision.Read(json));
        Assert.Null(decision.Held(json));
        Assert.StartsWith("cannot be replayed: the receipt holds the instance by its SHA-256 only", decision.Replay(json), StringComparison.Ordinal);
        Assert.Equal("identical", decision.Replay(json, givesInstance: true));
        Assert.Empty(new SchemaCheck().Faults(json, Schema));
    }

    /// <summary>Every member that a receipt without the instance has is one of those that tell nothing of it.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void A_receipt_without_the_instance_tells_nothing_of_it(string name)
    {
        string json = DecisionCases.All[name].Json(ReceiptContent.HashedInstance);
        JsonElement predicate = JsonDocument.Parse(json).RootElement.GetProperty("predicate"), result = predicate.GetProperty("result").GetProperty("json");

        Assert.Equal(["sha256"], Names(predicate.GetProperty("instance")));
        Assert.Subset(
            new HashSet<string>(StringComparer.Ordinal) { "$schema", "version", "record", "answer", "wanted", "outcome", "actions", "statement", "queries", "output", "score", "cutoff", "favorable", "link", "confidence", "reference", "reasons", "caveats", "explainer", "cause", "features" },
            Names(result));
        foreach (JsonElement action in Items(result, "actions"))
        {
            Assert.Equal(["answer", "changes"], Names(action));
            Assert.All(action.GetProperty("changes").EnumerateArray(), change => Assert.Subset(new HashSet<string>(StringComparer.Ordinal) { "name", "protected" }, Names(change)));
        }

        Assert.All(Items(result, "reasons"), reason => Assert.Subset(new HashSet<string>(StringComparer.Ordinal) { "contribution", "interval", "features", "tied" }, Names(reason)));
        Assert.DoesNotMatch("R11|R0[1-9]|R10|Delinquent", result.GetRawText());
    }

    [Fact]
    public void What_is_told_of_recourse()
    {
        using JsonDocument receipt = JsonDocument.Parse(DecisionCases.All["protected"].Json(ReceiptContent.HashedInstance));
        JsonElement result = receipt.RootElement.GetProperty("predicate").GetProperty("result").GetProperty("json");

        Assert.Equal("found", result.GetProperty("outcome").GetString());
        Assert.Equal("""[{"answer":1,"changes":[{"name":"Secret","protected":true}]}]""", result.GetProperty("actions").GetRawText());
    }

    [Fact]
    public void The_subjects_are_model_schema_and_data()
    {
        Assert.Equal(["model:income@1", "schema:Borrower", "examples"], Receipt.Of(DecisionCases.Recourse.Find(DecisionCases.Income, Borrower.One), DecisionCases.Income).Subjects.Select(subject => subject.Name));
        Receipt<Applicant> receipt = Receipt.Of(DecisionCases.Rules.State(DecisionCases.Score, Applicants.Poor), DecisionCases.Score);
        Assert.Equal(["model:score@1", "schema:Applicant", "reference.applicants"], receipt.Subjects.Select(subject => subject.Name));
        Assert.IsType<AutomaticDenial<Applicant>>(receipt.Result);
        Assert.Same(receipt.Result, receipt.ReadReasons());
        Assert.Null(receipt.ReadRecourse());
        Assert.Contains("\"reason\":\"R11\"", receipt.Explainer.ToString());
    }

    [Fact]
    public void What_was_read_from_JSON_has_no_receipt()
    {
        RecourseOutcome<Borrower> outcome = RecourseOutcome<Borrower>.FromJson(DecisionCases.Recourse.Find(DecisionCases.Income, Borrower.One).ToJson());
        ReasonStatement<Applicant> statement = ReasonStatement<Applicant>.FromJson(Applicants.Reasons.State(DecisionCases.Score, Applicants.Poor).ToJson());

        Assert.StartsWith("The outcome was read from JSON, which does not have the options that made it.", Assert.Throws<InvalidOptionException>(() => Receipt.Of(outcome, DecisionCases.Income)).Message);
        Assert.StartsWith("The statement was read from JSON, which has neither the options that made it nor the person.", Assert.Throws<InvalidOptionException>(() => Receipt.Of(statement, DecisionCases.Score)).Message);
    }

    [Fact]
    public void A_model_that_did_not_decide_is_refused()
    {
        Assert.Contains("it is another model", Assert.Throws<InvalidModelException>(() => Receipt.Of(DecisionCases.Recourse.Find(DecisionCases.Income, Borrower.One), Model.From<Borrower>(one => one.Income))).Message);
        Assert.Contains("it is another model", Assert.Throws<InvalidModelException>(() => Receipt.Of(Applicants.Reasons.State(DecisionCases.Score, Applicants.Poor), Applicants.Mixed)).Message);
        Assert.Contains("it must be Whole or HashedInstance", Assert.Throws<InvalidOptionException>(() => Receipt.Of(DecisionCases.Recourse.Find(DecisionCases.Income, Borrower.One), DecisionCases.Income, (ReceiptContent)7)).Message);
    }

    /// <summary>Of many people at once, and of a search that is run step by step.</summary>
    [Fact]
    public void Statements_of_many_and_a_search_by_steps_have_receipts_too()
    {
        foreach (RowOutcome<ReasonStatement<Applicant>> row in Applicants.Reasons.StateMany(DecisionCases.Score, [Applicants.Poor, Applicants.Past[3]]))
            Assert.Equal("identical", Receipt.Of(Assert.IsType<Explained<ReasonStatement<Applicant>>>(row).Result, DecisionCases.Score).Replay(DecisionCases.Score, Applicants.Reasons).ToString());
        RecourseOutcome<Borrower> outcome = DecisionCases.Recourse.Begin(DecisionCases.Income, Borrower.One).Finish(DecisionCases.Income);
        Assert.Equal("identical", Receipt.Of(outcome, DecisionCases.Income).Replay(DecisionCases.Income, DecisionCases.Recourse).ToString());
    }

    private static HashSet<string> Names(JsonElement part) => [.. part.EnumerateObject().Select(member => member.Name)];

    private static IEnumerable<JsonElement> Items(JsonElement part, string name) => part.TryGetProperty(name, out JsonElement items) ? items.EnumerateArray() : [];
}
