using System.Text;
using System.Text.Json;
using TypedExplain.Tests.Media;
using TypedExplain.Tests.Tables;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Json;

/// <summary>Records as JSON: keys, texts, images, times, and every kind of fault in its words.</summary>
public class JsonRecordTests
{
    private const string Loan = """{"Age":40,"AnnualIncome":52000.5,"Housing":"Own","HasDefaulted":false}""";

    [Fact]
    public void A_record_is_an_object_of_its_features()
    {
        LoanApplication loan = new(40, 52000.5, Housing.Own, false);

        Assert.Equal(Loan, JsonRecord.Write(loan));
        Assert.Equal(loan, JsonRecord.Read<LoanApplication>("""{ "hasDefaulted": false, "housing": "own", "annual_income": 5.20005e4, "age": 40.0 }"""));
        Assert.Equal(loan, JsonRecord.Read<LoanApplication>([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Loan)]));
    }

    [Fact]
    public void Keys_come_back()
    {
        Kept(new KeyedByText(" 7 ", 3), """{"Id":" 7 ","Value":3}""");
        Kept(new PerhapsKeyed(2), """{"Id":null,"Value":2}""");
        Kept(new PerhapsKeyed(2) { Id = "a" }, """{"Id":"a","Value":2}""");
        Kept(new KeyedByDate(1, new DateOnly(2024, 5, 31)), """{"Day":"2024-05-31","Value":1}""");
        Guid id = new("3f2504e0-4f89-41d3-9a0c-0305e82c3301");
        Assert.Equal(id, JsonRecord.Read<KeyedByGuid>(JsonRecord.Write(new KeyedByGuid { Id = id })).Id);
        Assert.Equal(long.MaxValue, JsonRecord.Read<KeyedByLong>(JsonRecord.Write(new KeyedByLong(long.MaxValue, 1))).Number);
        Assert.Null(JsonRecord.Read<PerhapsKeyed>("""{"Value":2}""").Id);

        Refused<KeyedByText>("""{"Value":3}""", "Id", "it is missing; it must be a text that is not empty");
        Refused<KeyedByText>("""{"Id":"","Value":3}""", "Id", "it is empty; it must be a text that is not empty");
        Refused<KeyedByText>("""{"Id":7,"Value":3}""", "Id", "it is a number; it must be a text that is not empty");
        Refused<KeyedByLong>("""{"Number":"7","Value":3}""", "Number", "it is a text; it must be a whole number, -9223372036854775808 to 9223372036854775807");
        Refused<KeyedByLong>("""{"Number":7.5,"Value":3}""", "Number", "it is 7.5; it must be a whole number, -9223372036854775808 to 9223372036854775807");
        Assert.Throws<InvalidFeatureException>(() => JsonRecord.Write(new KeyedByText(null!, 3)));
    }

    [Fact]
    public void Texts_and_images_come_back()
    {
        Listing read = JsonRecord.Read<Listing>(JsonRecord.Write(MediaZoo.Offer));

        Assert.Equal(MediaZoo.Offer with { Picture = default, Thumbnail = default }, read with { Picture = default, Thumbnail = default });
        Assert.Equal(MediaZoo.Offer.Picture.ToArray(), read.Picture.ToArray());
        Assert.Equal(MediaZoo.Offer.Thumbnail.ToArray(), read.Thumbnail.ToArray());
        Assert.Equal("a \"b\"\n犬 \U0001F600", JsonRecord.Read<Review>(JsonRecord.Write(new Review("a \"b\"\n犬 \U0001F600"))).Body);
        Assert.Empty(new SchemaCheck().FaultsBy(JsonRecord.Schema<Listing>(), JsonRecord.Write(MediaZoo.Offer)));

        Refused<Review>("""{"Body":7}""", "Body", "it is a number; it must be a text, which may be empty");
        Refused<Review>("""{"Body":"\ud800"}""", "Body", "it is a text; it must be without half of a surrogate pair");
        Refused<Photo>("""{"Pixels":"AAAA"}""", "Pixels", "it is a text; it must be the 64 bytes of an image of 4×4×1 in base 64");
        Refused<Photo>($$"""{"Pixels":"{{Convert.ToBase64String([.. new byte[60], 0, 0, 0xC0, 0x7F])}}"}""", "Pixels", "it is a text; it must be an image of finite numbers");
        Refused<Photo>("""{"Pixels":null}""", "Pixels", "it is null; it must be an image of 4×4×1, so 16 finite numbers, as bytes of single precision, the lowest first, in base 64");
    }

    [Theory]
    [InlineData("40", "101", "Age", "it is 101; it must be a whole number, 18 to 100")]
    [InlineData("40", "40.5", "Age", "it is 40.5; it must be a whole number, 18 to 100")]
    [InlineData("40", "\"40\"", "Age", "it is the text \"40\"; it must be a whole number in years, 18 to 100, without quotation marks and without a unit")]
    [InlineData("40", "\"40 years\"", "Age", "it is the text \"40 years\"; it must be a whole number in years, 18 to 100, without quotation marks and without a unit")]
    [InlineData("40", "true", "Age", "it is true; it must be a whole number in years, 18 to 100")]
    [InlineData("52000.5", "-1e5", "AnnualIncome", "it is -1e5; it must be 0 to 500000")]
    [InlineData("52000.5", "1e999", "AnnualIncome", "it is 1e999; it must be 0 to 500000")]
    [InlineData("52000.5", "\"NaN\"", "AnnualIncome", "it is the text \"NaN\"; it must be a number, 0 to 500000, without quotation marks")]
    [InlineData("52000.5", "[1]", "AnnualIncome", "it is a list; it must be a number, 0 to 500000")]
    [InlineData("\"Own\"", "\"Owned\"", "Housing", "it is the text \"Owned\"; it must be one of Rent, Mortgage, Own")]
    [InlineData("\"Own\"", "2", "Housing", "it is 2; it must be a text: Rent, Mortgage, Own")]
    [InlineData("\"Own\"", "\"\\ud800\"", "Housing", "it is a text; it holds half of a surrogate pair, which no text does; it must be a text: Rent, Mortgage, Own")]
    [InlineData("false", "\"false\"", "HasDefaulted", "it is the text \"false\"; it must be true or false, without quotation marks")]
    [InlineData("false", "0", "HasDefaulted", "it is 0; it must be true or false")]
    [InlineData("\"Age\"", "\"Agee\"", "Agee", "LoanApplication has no member of this name; did you mean Age? Rename or remove it")]
    [InlineData("{", "{\"Colour\":1,", "Colour", "LoanApplication has no member of this name; it has Age, AnnualIncome, Housing, HasDefaulted; remove it, or give it one of these names")]
    [InlineData("{", "{\"AGE\":1,", "Age", "it stands there twice, perhaps in another case or with a dot; keep one")]
    [InlineData("{", "{\"\\ud800\":1,", "", "it has a member whose name is not text, or holds half of a surrogate pair; remove it")]
    public void A_fault_names_the_member(string old, string replacement, string member, string message) =>
        Assert.Contains((member, message), Refusal<LoanApplication>(ReplacedFirst(Loan, old, replacement)));

    [Fact]
    public void All_faults_are_told_at_once()
    {
        InvalidRecordException error = Assert.Throws<InvalidRecordException>(() => JsonRecord.Read<LoanApplication>("""{"Age":7,"Income":1,"Housing":"x","HasDefaulted":null}"""));

        Assert.Equal(["Income", "Age", "AnnualIncome", "Housing", "HasDefaulted"], error.Faults.Select(fault => fault.Member));
        Assert.Equal(
            """
            The JSON is not a record of LoanApplication:
              Income: LoanApplication has no member of this name; it has Age, AnnualIncome, Housing, HasDefaulted; remove it, or give it one of these names
              Age: it is 7; it must be a whole number, 18 to 100
              AnnualIncome: it is missing; it must be 0 to 500000
              Housing: it is the text "x"; it must be one of Rent, Mortgage, Own
              HasDefaulted: it is null; it must be true or false
            """,
            error.Message);
    }

    [Theory]
    [InlineData("[]", "it is a list; it must be an object with Age, AnnualIncome, Housing, HasDefaulted")]
    [InlineData("null", "it is null; it must be an object with Age, AnnualIncome, Housing, HasDefaulted")]
    [InlineData("{\"Age\":secret}", "it is not JSON, or deeper than 64 levels, on line 1 at byte 8; send an object such as JsonRecord.Write gives")]
    [InlineData("", "it is not JSON, or deeper than 64 levels, on line 1 at byte 1; send an object such as JsonRecord.Write gives")]
    public void What_is_no_object_is_refused_as_a_whole(string json, string message) =>
        Assert.Equal([new("", message)], Refusal<LoanApplication>(json));

    [Fact]
    public void Half_of_a_surrogate_pair_is_refused_as_a_whole() =>
        Assert.Equal("The JSON holds half of a surrogate pair at character 1, which no JSON does.", Assert.Single(Refusal<LoanApplication>("\"\ud800\"")).Message);

    [Fact]
    public void What_is_not_there_at_all_is_refused() =>
        Assert.Equal("it is nothing; it must be an object with Age, AnnualIncome, Housing, HasDefaulted", Assert.Throws<InvalidRecordException>(() => JsonRecord.Read<LoanApplication>(default(JsonElement))).Faults[0].Message);

    [Fact]
    public void Very_deep_and_very_many_are_refused_briefly()
    {
        Assert.Contains("deeper than 64", Refusal<LoanApplication>($"{new string('[', 100)}{new string(']', 100)}").Single().Message);
        string many = $"{{{string.Join(",", Enumerable.Range(0, 5000).Select(i => $"\"{new string('x', 500)}{i}\":1"))}}}";
        InvalidRecordException error = Assert.Throws<InvalidRecordException>(() => JsonRecord.Read<LoanApplication>(many));
        Assert.Equal(101, error.Faults.Length);
        Assert.Equal("there are 5004 faults, of which the first 100 are told", error.Faults[^1].Message);
        Assert.InRange(error.Message.Length, 100, 1600);
    }

    [Fact]
    public void Protected_values_are_in_no_fault()
    {
        string json = JsonRecord.Write(new Annotated(1000, true, Housing.Own) { Age = 3 });
        (string Member, string Message) fault = Refusal<Annotated>(json.Replace("\"Female\":true", "\"Female\":\"yes, it is\"", StringComparison.Ordinal)).Single();

        Assert.Equal(new("Female", "it is a text; it must be true or false, without quotation marks"), fault);
        Assert.DoesNotContain("Female", JsonRecord.Write(new Annotated(1000, true, Housing.Own), ProtectedValues.Withheld));
        Assert.DoesNotContain("Female", JsonRecord.Write(new Annotated(1000, true, Housing.Own), (ProtectedValues)7));
        Refused<Annotated>(JsonRecord.Write(new Annotated(1000, true, Housing.Own), ProtectedValues.Withheld), "Female", "it is missing; it must be true or false");
        string housed = JsonRecord.Write(new Applicant(40, 1, true) { Housing = Housing.Own });
        Refused<Applicant>(housed.Replace("\"Own\"", "\"Owner secret\"", StringComparison.Ordinal), "Housing", "it is withheld (protected); it must be Rent, Mortgage, Own");
    }

    [Fact]
    public void Records_inside_are_given_once()
    {
        string json = JsonRecord.Write(new Address(7, Housing.Own, new(1, new DateOnly(2024, 5, 31), "n")));

        Assert.Equal("""{"Income":7,"Kind":"Own","Spot":{"Latitude":1,"Since":"2024-05-31","Side":"n"}}""", json);
        Refused<Address>(json.Replace("{\"Income", "{\"spot.side\":\"n\",\"Income", StringComparison.Ordinal), "Spot.Side", "it stands there twice, perhaps in another case or with a dot; keep one");
        Refused<Address>("""{"Income":7,"Kind":"Own","Spot":7}""", "Spot", "it is a number; it must be an object with Latitude, Since, Side");
        Refused<Address>("""{"Income":7,"Kind":"Own"}""", "Spot", "it is missing; it must be an object with Latitude, Since, Side");
        Assert.Equal(new("Spot.Lattitude", "Spot has no member of this name; did you mean Latitude? Rename or remove it"), Refusal<Address>(json.Replace("Latitude", "Lattitude", StringComparison.Ordinal))[0]);
        Refused<Address>(json.Replace("2024-05-31", "31.5.2024", StringComparison.Ordinal), "Spot.Since", "it is the text \"31.5.2024\"; it must be a date such as 2024-05-31, 0001-01-01 to 9999-12-31");
        Refused<Address>(json.Replace("{\"Income", "{\"Street\":\"x\",\"Income", StringComparison.Ordinal), "Street", "Address has no member of this name; it has Income, Kind, Spot; remove it, or give it one of these names");
    }

    [Fact]
    public void Numbers_in_lists_are_named_by_their_place()
    {
        string json = JsonRecord.Write(new OwnNames(null, 1, true, [4, 5], Housing.Own));

        Assert.Equal("""{"value0":null,"value1":1,"vector":true,"i":[4,5],"feature":"Own"}""", json);
        Refused<OwnNames>(json.Replace("[4,5]", "[4,\"5\"]", StringComparison.Ordinal), "i[1]", "it is the text \"5\"; it must be a whole number, -2147483648 to 2147483647, without quotation marks");
        Refused<OwnNames>(json.Replace("[4,5]", "[4]", StringComparison.Ordinal), "i", "it is a list of 1; it must be a list of 2 numbers, each a whole number, -2147483648 to 2147483647");
    }

    [Fact]
    public void Digits_that_are_lost_are_told()
    {
        string json = JsonRecord.Write(new Numbers(1, 0.1f, 2, 3, 0.5m));

        Assert.Equal("""{"Real":1,"Single":0.1,"Whole":2,"Long":3,"Money":0.5}""", json);
        Refused<Numbers>(json.Replace("0.1", "0.123456789", StringComparison.Ordinal), "Single", "it is 0.123456789; it has more digits than a float keeps, which would make it 0.12345679; round it, or make the property a double");
        Refused<Numbers>(json.Replace(":3", ":9007199254740993", StringComparison.Ordinal), "Long", "it is 9007199254740993; it must be a whole number, -9007199254740991 to 9007199254740991");
        Refused<Numbers>(json.Replace("0.5", "0.1234567890123456789", StringComparison.Ordinal), "Money", "it is 0.1234567890123456789; it has more digits than the 15 that a decimal feature keeps, which would make it 0.123456789012346; round it, or make the property a double");
        Assert.Throws<InvalidFeatureException>(() => JsonRecord.Write(new Numbers(1, 1, 1, 1, 0.1234567890123456789m)));
        Assert.Equal(-0.0, JsonRecord.Read<Zoo.Single>(JsonRecord.Write(new Zoo.Single(-0.0))).Value, (one, other) => BitConverter.DoubleToInt64Bits(one) == BitConverter.DoubleToInt64Bits(other));
        Assert.Equal(double.Epsilon, JsonRecord.Read<Zoo.Single>(JsonRecord.Write(new Zoo.Single(double.Epsilon))).Value);
    }

    [Fact]
    public void Times_come_back_to_the_tick()
    {
        Times times = new(new(2024, 5, 31), new(2024, 5, 30), new DateTime(638_000_000_123_456_789, DateTimeKind.Utc), new DateTimeOffset(638_000_000_123_456_789 / 600_000_000 * 600_000_000 + 7, TimeSpan.FromHours(2)), new(2024, 1, 1), new(1), new(123_456_789_012_345));

        Times read = JsonRecord.Read<Times>(JsonRecord.Write(times));

        Assert.Equal(times, read);
        Assert.Equal((times.Moment.Kind, times.Instant.Offset, DateTimeKind.Unspecified), (read.Moment.Kind, read.Instant.Offset, read.Year.Kind));
        Assert.Empty(new SchemaCheck().FaultsBy(JsonRecord.Schema<Times>(), JsonRecord.Write(times)));
        Assert.Contains("Utc or Unspecified", Assert.Throws<InvalidFeatureException>(() => JsonRecord.Write(times with { Moment = DateTime.SpecifyKind(times.Moment, DateTimeKind.Local) })).Message);
    }

    [Fact]
    public void What_the_records_own_code_refuses_is_a_fault()
    {
        InvalidRecordException error = Assert.Throws<InvalidRecordException>(() => JsonRecord.Read<Picky>("""{"Low":3,"High":2}"""));

        Assert.Equal(new("", "the record's own code refuses these values; the inner exception says why"), Assert.Single(error.Faults));
        Assert.IsType<ArgumentException>(error.InnerException);
        Assert.Equal(new Picky(1, 2), JsonRecord.Read<Picky>("""{"Low":1,"High":2}"""));
    }

    [Fact]
    public void A_schema_in_full() => Assert.Equal(
        """{"$schema":"https://json-schema.org/draft/2020-12/schema","title":"Annotated","type":"object","properties":{"Income":{"title":"annual income","description":"What the applicant earns in a year, see Age.","x-unit":"EUR","type":"number","minimum":0,"maximum":1000000},"Female":{"x-protected":true,"type":"boolean"},"Housing":{"type":"string","enum":["Rent","Mortgage","Own"]},"Age":{"description":"Age in whole years, last birthday \u0026 not rounded.","type":"integer","minimum":-2147483648,"maximum":2147483647}},"required":["Income","Female","Housing","Age"],"additionalProperties":false}""",
        JsonRecord.Schema<Annotated>());

    private static void Kept<T>(T record, string json)
        where T : IFeatureRecord<T>
    {
        Assert.Equal(json, JsonRecord.Write(record));
        Assert.Equal(record, JsonRecord.Read<T>(json));
        Assert.Empty(new SchemaCheck().FaultsBy(JsonRecord.Schema<T>(), json));
    }

    private static void Refused<T>(string json, string member, string message)
        where T : IFeatureRecord<T> => Assert.Equal([new(member, message)], Refusal<T>(json));

    private static (string Member, string Message)[] Refusal<T>(string json)
        where T : IFeatureRecord<T> => [.. Assert.Throws<InvalidRecordException>(() => JsonRecord.Read<T>(json)).Faults.Select(fault => (fault.Member, fault.Message))];

    private static string ReplacedFirst(string text, string old, string replacement) => text.IndexOf(old, StringComparison.Ordinal) is var at ? text[..at] + replacement + text[(at + old.Length)..] : text;
}

/// <summary>A record whose own code refuses what its schema allows.</summary>
[FeatureRecord]
public sealed partial record Picky(double Low, double High)
{
    public double High { get; init; } = High >= Low ? High : throw new ArgumentException("High must not be below Low.");
}
