using System.Text.Json;
using TypedExplain.Decisions.Tests.Support;
using TypedExplain.Tests.Json;

namespace TypedExplain.Decisions.Tests.Recourses;

/// <summary>Outcomes come back from JSON as they were, keep their schema, and a damaged one is refused.</summary>
public class RecourseJsonTests
{
    private const string Schema = "recourse.v1.json";

    private static readonly IModel<Borrower> s_model = Model.From<Borrower>(one => one.Income + one.Age + (one.HasDefaulted ? 0 : 5_000));

    private static readonly Recourse<Borrower> s_recourse = new()
    {
        Wanted = answer => answer >= 34_000 && answer <= 90_000,
        Alternatives = 3,
        Examples = new Dataset<Borrower>([Borrower.One with { Income = 40_000 }, Borrower.One]),
    };

    private static readonly IJsonResult[] s_outcomes =
    [
        s_recourse.Find(s_model, Borrower.One),
        (s_recourse with { MaxQueries = 300, Wanted = answer => answer >= 100_000 }).Find(s_model, Borrower.One),
        (s_recourse with { MaxQueries = 300, Wanted = answer => answer >= 100_000, Examples = new Dataset<Borrower>([Borrower.One with { Income = 190_000 }]) }).Find(s_model, Borrower.One),
        new Recourse<Swap> { Wanted = answer => answer < 0 }.Find(Model.From<Swap>(one => one.Rest), new Swap(Home.Owns, 3)),
        new Recourse<Swap> { Wanted = answer => answer >= 1 }.Find(Model.From<Swap>(one => one.Secret == Home.Owns ? 1 : 0), new Swap(Home.WithParents, 3)),
    ];

    [Fact]
    public void They_come_back_as_they_were()
    {
        Assert.Equal(["Found`1", "BudgetExhausted`1", "BudgetExhausted`1", "NoRecourse`1", "Found`1"], s_outcomes.Select(outcome => outcome.GetType().Name));
        foreach (RecourseOutcome<Borrower> outcome in s_outcomes.OfType<RecourseOutcome<Borrower>>())
        {
            RecourseOutcome<Borrower> again = RecourseOutcome<Borrower>.FromJson(outcome.ToJson());
            Assert.Equal(outcome.ToString(), again.ToString());
            Assert.Equal(outcome.ToJson(), again.ToJson());
            Assert.Equal(outcome.ToJson(), JsonSerializer.Serialize(outcome));
        }

        Assert.Equal(s_outcomes[3].ToString(), RecourseOutcome<Swap>.FromJson(s_outcomes[3].ToJson()).ToString());
        Found<Borrower> found = Assert.IsType<Found<Borrower>>(s_outcomes[0]), read = Assert.IsType<Found<Borrower>>(RecourseOutcome<Borrower>.FromJson(found.ToJson()));
        Assert.Equal(found.Action.ShareHeldBy(s_model), read.Action.ShareHeldBy(s_model));
    }

    [Fact]
    public void They_keep_their_schema_which_says_no_more()
    {
        SchemaCheck check = new();
        foreach (IJsonResult outcome in s_outcomes)
        {
            Assert.Empty(check.Faults(outcome.ToJson(), Schema));
            Assert.Empty(check.Faults(outcome.ToJson(ProtectedValues.Withheld), Schema));
        }

        Assert.Empty(check.Declared(Schema).Except(check.Met));
    }

    [Theory]
    [InlineData("\"outcome\":\"found\"", "\"outcome\":\"lost\"", "found, noRecourse or budgetExhausted")]
    [InlineData("\"reachable\":\"", "\"reachable\":\"-", "a whole number of at least 1, as text")]
    [InlineData("\"cost\":5,", "\"cost\":-5,", "0 or more")]
    [InlineData("\"name\":\"Income\",\"steps\"", "\"name\":\"Incomes\",\"steps\"", "the name of a feature of Borrower")]
    [InlineData("\"from\":30000", "\"from\":30001", "the change from the instance")]
    [InlineData("\"queries\":", "\"queried\":1,\"queries\":", "queried")]
    public void What_is_damaged_is_refused(string old, string replacement, string message)
    {
        string json = s_outcomes[0].ToJson();
        Assert.Contains(old, json);
        Assert.Contains(message, Assert.Throws<InvalidJsonException>(() => RecourseOutcome<Borrower>.FromJson(json.Replace(old, replacement, StringComparison.Ordinal))).Message);
    }

    [Fact]
    public void What_is_withheld_cannot_be_read_back() =>
        Assert.Contains("withheld", Assert.Throws<InvalidJsonException>(() => RecourseOutcome<Borrower>.FromJson(s_outcomes[0].ToJson(ProtectedValues.Withheld))).Message);
}
