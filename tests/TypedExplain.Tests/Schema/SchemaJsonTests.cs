using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;
using Single = TypedExplain.Tests.Zoo.Single;

namespace TypedExplain.Tests.Schema;

/// <summary>A stored schema to the letter, and what is said of one that does not fit.</summary>
public class SchemaJsonTests
{
    private static readonly string s_loans = FeatureSchema.Of<LoanApplication>().ToJson();

    [Fact]
    public void Loans() => Assert.Equal(
        """
        {
          "version": 1,
          "record": "LoanApplication",
          "features": [
            {
              "name": "Age",
              "kind": "Whole",
              "column": 0,
              "columns": 1,
              "limits": {
                "minimum": 18,
                "maximum": 100
              },
              "range": {
                "minimum": 18,
                "maximum": 100
              },
              "unit": "years",
              "constraints": "OnlyIncreases"
            },
            {
              "name": "AnnualIncome",
              "kind": "Real",
              "column": 1,
              "columns": 1,
              "limits": {
                "minimum": 0,
                "maximum": 500000
              },
              "range": {
                "minimum": 0,
                "maximum": 500000
              }
            },
            {
              "name": "Housing",
              "kind": "Category",
              "column": 2,
              "columns": 3,
              "categories": [
                "Rent",
                "Mortgage",
                "Own"
              ]
            },
            {
              "name": "HasDefaulted",
              "kind": "Flag",
              "column": 5,
              "columns": 1,
              "constraints": "Immutable"
            }
          ]
        }
        """.ReplaceLineEndings("\n"),
        s_loans);

    [Fact]
    public void OtherScriptsStayReadable()
    {
        Assert.Contains("\"犬\"", FeatureSchema.Of<@class>().ToJson());
        Assert.Contains("\"m²\"", FeatureSchema.Of<House>().ToJson());
    }

    [Fact]
    public void ADateIsNoDuration()
    {
        string json = FeatureSchema.Of<Times>().ToJson();
        Assert.Contains("\"unit\": \"hours\",\n      \"dateUnit\": \"Hours\"", json);
        Assert.DoesNotContain("\"dateUnit\": \"Minutes\"", json);
    }

    [Fact]
    public void SpacesAndTheOrderOfPropertiesDoNotMatter() =>
        FeatureSchema.Of<Single>().CheckJson("""{"features":[{"columns":1,"column":0.0,"kind":"Real","name":"Value"}],"record":"Single","version":1}""");

    [Fact]
    public void AllDifferencesAreListed()
    {
        string json = s_loans
            .Replace("\"maximum\": 100\n", "\"maximum\": 99\n")
            .Replace("\"unit\": \"years\",\n", "\"step\": 2,\n")
            .Replace("\"Mortgage\",\n", "")
            .Replace("\"columns\": 3", "\"columns\": 2")
            .Replace("\"name\": \"HasDefaulted\"", "\"name\": \"Defaulted\"");
        InvalidSchemaException error = Refused(json);
        Assert.Equal(
            [
                "HasDefaulted: a feature here, missing there",
                "Defaulted: a feature there, missing here",
                "Age: limits 18 to 100 here, 18 to 99 there",
                "Age: range 18 to 100 here, 18 to 99 there",
                "Age: unit years here, none there",
                "Age: step none here, 2 there",
                "Housing: columns 3 here, 2 there",
                "Housing: categories Rent, Mortgage, Own here, Rent, Own there",
            ],
            error.Differences.ToArray());
        Assert.StartsWith("The stored schema differs from LoanApplication:\n  HasDefaulted: a feature here, missing there\n  Defaulted: ", error.Message);
    }

    [Fact]
    public void AnotherOrder()
    {
        string json = """{"version":1,"record":"Flags","features":[{"name":"B","kind":"Flag","column":0,"columns":1},{"name":"A","kind":"Flag","column":1,"columns":1},{"name":"C","kind":"Flag","column":2,"columns":1}]}""";
        Assert.Equal(["the order of features: A, B, C here, B, A, C there"], Assert.Throws<InvalidSchemaException>(() => FeatureSchema.Of<Flags>().CheckJson(json)).Differences.ToArray());
    }

    [Fact]
    public void AFeatureTwice() =>
        Assert.Equal(["Value: 2 times there"], Assert.Throws<InvalidSchemaException>(() => FeatureSchema.Of<Single>().CheckJson(
            """{"version":1,"record":"Single","features":[{"name":"Value","kind":"Real","column":0,"columns":1},{"name":"Value","kind":"Real","column":1,"columns":1}]}""")).Differences.ToArray());

    [Fact]
    public void APropertyOfALaterVersion() =>
        Assert.Equal(["the property target, which this version does not know, there"], Refused(s_loans.Replace("\"record\"", "\"target\": 1,\n\"record\"")).Differences.ToArray());

    [Theory]
    [InlineData("", "The stored schema of LoanApplication is not JSON: ")]
    [InlineData("{", "The stored schema of LoanApplication is not JSON: ")]
    [InlineData("[]", "The stored schema cannot be used for LoanApplication: it has no version.")]
    [InlineData("null", "The stored schema cannot be used for LoanApplication: it has no version.")]
    [InlineData("{\"version\":2}", "The stored schema cannot be used for LoanApplication: it has format version 2, and this library reads version 1.")]
    [InlineData("{\"version\":1}", "The stored schema cannot be used for LoanApplication: it names no record.")]
    [InlineData("{\"version\":1,\"record\":\"Loan\"}", "The stored schema cannot be used for LoanApplication: it is the schema of Loan.")]
    [InlineData("{\"version\":1,\"record\":\"LoanApplication\",\"features\":{}}", "The stored schema cannot be used for LoanApplication: it has no list of features.")]
    [InlineData("{\"version\":1,\"record\":\"LoanApplication\",\"features\":[5]}", "The stored schema cannot be used for LoanApplication: it has a feature without a name.")]
    public void NoSchemaOfTheRecord(string json, string message) => Assert.StartsWith(message, Refused(json).Message);

    public static TheoryData<string, string> Hostile => new()
    {
        { s_loans.Replace("\"Age\"", "\"\\ud800\""), "$.features[0].name holds half of a surrogate pair" },
        { s_loans.Replace("\"kind\": \"Whole\"", "\"kind\": \"\\ud800\""), "$.features[0].kind holds half of a surrogate pair" },
        { s_loans.Replace("\"kind\"", "\"\\udc00\""), "the name of a property holds half of a surrogate pair" },
        { s_loans.Replace("\"record\"", "\"\\ud800\": 1, \"record\""), "the name of a property holds half of a surrogate pair" },
        { s_loans.Replace("Age", "AHALFge"), " is half of a surrogate pair" },
        { s_loans.Replace("\"column\": 0", "\"column\": 1e99999999999"), "$.features[0].column is a number that no double holds as it is written" },
        { s_loans.Replace("\"column\": 0", "\"column\": 0e99999999999"), "$.features[0].column is a number that no double holds" },
        { s_loans.Replace("\"column\": 0", "\"column\": 1e999"), "$.features[0].column is a number that no double holds" },
        { s_loans.Replace("\"column\": 0", "\"column\": " + new string('9', 100_000)), "$.features[0].column is a number that no double holds" },
        { s_loans.Replace("\"version\": 1", "\"version\": 1e99999999999"), "$.version is a number that no double holds" },
        { s_loans.Replace("\"column\": 0", "\"column\": 0, \"column\": 0"), "is not JSON: Duplicate property 'column'" },
        { s_loans.Replace("\"version\": 1", "\"version\": 1, \"version\": 1"), "is not JSON: Duplicate property 'version'" },
        { s_loans.Replace("\"column\": 0", string.Join(", ", Enumerable.Range(0, 100_000).Select(i => $"\"p{i}\": 0"))), " properties, more than 64" },
        { new string('[', 10_000), "is not JSON" },
        { "{\"version\":1,\"record\":\"LoanApplication\",\"features\":[" + string.Join(",", Enumerable.Repeat("{\"name\":\"Age\"}", 100_000)) + "]}", "Age: 100000 times there" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void WhatNoSchemaHoldsIsRefusedWithItsPlace(string json, string reason)
    {
        Assert.NotEqual(s_loans, json);
        Assert.Contains(reason, Guard.AgainstHanging(() => Refused(json.Replace("HALF", "\ud800"))).Message);
    }

    private static InvalidSchemaException Refused(string json) =>
        Assert.Throws<InvalidSchemaException>(() => FeatureSchema.Of<LoanApplication>().CheckJson(json));
}
