using TypedExplain.Generated;

namespace TypedExplain.Tests.Tables;

/// <summary>Dates with offsets and many digits, and what messages say that a date may be.</summary>
public class CsvDateTests
{
    [Theory]
    [InlineData("2024-03-01T00:00:00+02:00")]
    [InlineData("2024-03-01 00:00:00-11:00")]
    [InlineData("2024-03-01T00:00Z")]
    [InlineData("2024-03-01 00:00:00.000000")]
    [InlineData(" 2024-03-01 ")]
    public void ADayIsTheOneThatIsWritten(string cell) => Assert.Equal(new DateOnly(2024, 3, 1), CsvText.Read<Calendar>($"Day\n{cell}").Rows[0].Day);

    [Theory]
    [InlineData("2024-03-01T22:00:00-02:00")]
    [InlineData("2024-03-01T02:00:00+02:00")]
    [InlineData("2024-03-01T00:00:00.0000001")]
    [InlineData("2024-03-01T00:00:00.00000001")]
    [InlineData("2024-02-29 23:59:59Z")]
    public void ATimeIsNotADay(string cell) => Assert.EndsWith("it must be a date without a time.", CsvText.Refusal<Calendar>($"Day\n{cell}"));

    /// <summary>An hour on the clock is not made another one without a word.</summary>
    [Theory]
    [InlineData("2024-05-31T14:30:00+02:00")]
    [InlineData("2024-05-31 14:30-11:00")]
    [InlineData("2024-05-31T00:00:00+00:30")]
    public void AClockHasNoOffset(string cell) =>
        Assert.EndsWith("it has an offset, which a DateTime does not keep; write the time without it, or make the property a DateTimeOffset.", CsvText.Refusal<Stamped>($"At\n{cell}"));

    [Theory]
    [InlineData("2024-05-31T14:30:00Z")]
    [InlineData("2024-05-31T14:30:00+00:00")]
    [InlineData("2024-05-31 14:30")]
    public void AClockShowsWhatIsWritten(string cell) => Assert.Equal(new DateTime(2024, 5, 31, 14, 30, 0), CsvText.Read<Stamped>($"At\n{cell}").Rows[0].At);

    [Fact]
    public void AnInstantIsTheSameByAnyClock() =>
        Assert.Equal(new DateTimeOffset(2024, 5, 31, 14, 30, 0, TimeSpan.FromHours(2)), CsvText.Read<Logged>("At\n2024-05-31T14:30:00+02:00").Rows[0].At);

    /// <summary>The calendar of a date without a time is longer than that of an instant.</summary>
    [Fact]
    public void TheWholeCalendar()
    {
        Calendar[] days = [new(DateOnly.MinValue), new(new(1066, 10, 14)), new(new(1714, 1, 1)), new(new(2300, 2, 28)), new(DateOnly.MaxValue)];
        string text = CsvText.Write(days);
        Assert.Equal("Day\n0001-01-01\n1066-10-14\n1714-01-01\n2300-02-28\n9999-12-31\n", text);
        Assert.Equal(days, CsvText.Read<Calendar>(text).Rows);
        Assert.EndsWith("Day is \"1.1.2024\"; it must be a date such as 2024-05-31, 0001-01-01 to 9999-12-31.", CsvText.Refusal<Calendar>("Day\n1.1.2024"));
        Feature<Calendar> day = FeatureSchema.Of<Calendar>().Features[0];
        Assert.Equal("1066-10-14", day.Format([Cell.FromTime(new DateOnly(1066, 10, 14), TimeUnit.Years)]));
    }

    /// <summary>What the message allows is allowed to its ends, and what lies outside is not.</summary>
    [Fact]
    public void TheRangeOfAnInstant()
    {
        const string Least = "1714-07-29 00:12:25.25901", Most = "2285-06-04 23:47:34.74099";
        Assert.EndsWith($", {Least} to {Most}.", CsvText.Refusal<Stamped>("At\nnever"));
        Assert.Equal(2, CsvText.Read<Stamped>($"At\n{Least}\n{Most}").Rows.Length);
        Assert.EndsWith($", {Least} to {Most}.", CsvText.Refusal<Stamped>("At\n1714-07-29 00:12:25.2589"));
        Assert.EndsWith($", {Least} to {Most}.", CsvText.Refusal<Stamped>("At\n2285-06-04 23:47:34.7411"));
        Assert.EndsWith($", {Least} to {Most}.", CsvText.Refusal<Stamped>("At\n0001-01-01"));
    }

    [Theory]
    [InlineData("2024-05-31T14:30:00.12345678")]
    [InlineData("2024-05-31 14:30:00.123456789+00:00")]
    public void DigitsThatNoTimeKeeps(string cell) =>
        Assert.EndsWith("it has more digits than the 100 nanoseconds that a time keeps; leave them out.", CsvText.Refusal<Stamped>($"At\n{cell}"));
}
