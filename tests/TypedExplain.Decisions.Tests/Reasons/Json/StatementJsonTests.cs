using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using TypedExplain.Decisions.Tests.Reasons.Support;
using TypedExplain.Tests.Json;

namespace TypedExplain.Decisions.Tests.Reasons.Json;

/// <summary>Statements come back from JSON as they were, keep their schema, and say nothing of protected values.</summary>
public class StatementJsonTests
{
    private const string Schema = "reasons.v1.json";

    private static readonly IModel<Applicant> s_tied = Model.From<Applicant>(one => (one.HasDefaulted ? 0 : 1) + (one.Income < 20_000 ? 0 : 1.0));

    private static readonly ReasonStatement<Applicant>[] s_statements =
    [
        Applicants.Reasons.State(Applicants.Score, Applicants.Poor),
        (Applicants.AgainstAll with { Explainer = new PermutationShap<Applicant> { Background = Applicants.Past }, MaxReasons = 2 }).State(Applicants.Mixed, Applicants.Poor),
        new PrincipalReasons<Applicant> { Reference = Reference.AllApplicants(new Dataset<Applicant>([Applicants.Poor with { HasDefaulted = false, Income = 50_000 }])), Cutoff = 5 }.State(s_tied, Applicants.Poor),
        Applicants.AgainstAll.State(Applicants.Linear(foreign: -1000), Applicants.Poor with { IsForeign = true }),
        (Applicants.AgainstAll with { Rules = [AutomaticDenial.When(ApplicantReason.R11, (Applicant one) => one.HasDefaulted)] }).State(Applicants.Score, Applicants.Poor),
    ];

    [Fact]
    public void They_come_back_as_they_were()
    {
        Assert.Equal([typeof(Stated<Applicant>), typeof(Stated<Applicant>), typeof(Stated<Applicant>), typeof(ReasonsRefused<Applicant>), typeof(AutomaticDenial<Applicant>)], s_statements.Select(statement => statement.GetType()));
        Assert.Contains(s_statements.OfType<Stated<Applicant>>(), stated => !stated.IsExact);
        Assert.Contains(s_statements.OfType<Stated<Applicant>>(), stated => stated.Reasons[0].IsTied);
        Assert.All(s_statements, statement =>
        {
            ReasonStatement<Applicant> again = ReasonStatement<Applicant>.FromJson(statement.ToJson());

            Assert.Equal(statement.ToString(), again.ToString());
            Assert.Equal(statement.Queries, again.Queries);
            Assert.Equal(statement.ToJson(), JsonSerializer.Serialize(statement));
        });
    }

    [Fact]
    public void They_keep_their_schema_which_says_no_more()
    {
        SchemaCheck check = new();
        Assert.All(s_statements, statement => Assert.Empty(check.Faults(statement.ToJson(), Schema)));
        Assert.All(s_statements, statement => Assert.Empty(check.Faults(statement.ToJson(ProtectedValues.Withheld), Schema)));
        Assert.Empty(check.Declared(Schema).Except(check.Met));

        JsonElement cause = JsonDocument.Parse(File.ReadAllText(Path.Combine(SchemaCheck.Folder, Schema))).RootElement.GetProperty("properties").GetProperty("cause");
        Assert.Equal(Enum.GetNames<RefusalCause>(), cause.GetProperty("enum").EnumerateArray().Select(name => name.GetString()));
    }

    [Fact]
    public void What_is_withheld_cannot_be_read_back()
    {
        string json = s_statements[0].ToJson(ProtectedValues.Withheld);

        Assert.DoesNotContain("baseValue", json);
        Assert.Contains("withheld", Assert.Throws<InvalidJsonException>(() => ReasonStatement<Applicant>.FromJson(json)).Message);
    }

    [Theory]
    [InlineData("\"code\":\"R02\"", "\"code\":\"R99\"", "the code of a reason of Applicant")]
    [InlineData("\"statement\":\"stated\"", "\"statement\":\"guessed\"", "stated, refused or automaticDenial")]
    [InlineData("\"Debt\"", "\"Dept\"", "the name of a feature of Applicant")]
    [InlineData("Excessive obligations", "Few obligations", "text")]
    [InlineData("\"favorable\":\"High\"", "\"favorable\":\"high\"", "High, Low")]
    public void What_is_damaged_is_refused(string old, string replacement, string said)
    {
        string json = s_statements[0].ToJson();
        Assert.Contains(old, json);

        Assert.Contains(said, Assert.Throws<InvalidJsonException>(() => ReasonStatement<Applicant>.FromJson(json.Replace(old, replacement, StringComparison.Ordinal))).Message);
    }

    [Fact]
    public void Statements_without_a_reason_and_intervals_turned_around_are_refused()
    {
        Stated<Applicant> stated = Assert.IsType<Stated<Applicant>>(s_statements[1]);
        (double lower, double upper) = stated.Reasons[0].Interval!.Value;
        string interval = string.Create(CultureInfo.InvariantCulture, $"\"interval\":[{lower:R},{upper:R}]"), turned = string.Create(CultureInfo.InvariantCulture, $"\"interval\":[{upper:R},{lower:R}]");
        string denied = s_statements[4].ToJson();
        Assert.Contains(interval, stated.ToJson());

        Assert.Contains("the lower end", Assert.Throws<InvalidJsonException>(() => ReasonStatement<Applicant>.FromJson(stated.ToJson().Replace(interval, turned, StringComparison.Ordinal))).Message);
        Assert.Contains("at least one reason", Assert.Throws<InvalidJsonException>(() => ReasonStatement<Applicant>.FromJson(Regex.Replace(denied, "\"reasons\":\\[.*?\\]", "\"reasons\":[]"))).Message);
    }
}
