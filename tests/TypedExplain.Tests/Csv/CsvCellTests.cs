using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Tables;

/// <summary>Every kind of bad cell, and the words in which it is reported.</summary>
public class CsvCellTests
{
    private const string Allowed = "it must be a whole number, 18 to 100.";
    private const string Income = "it must be 0 to 500000.";
    private const string Flag = "it must be true or false, 1 or 0, yes or no.";
    private const string Home = "it must be one of Rent, Mortgage, Own.";
    private const string Grouped = "it has separators between thousands or a decimal comma; write digits, and a point before decimals. It must be 0 to 500000.";

    [Theory]
    [InlineData("17", Allowed)]
    [InlineData("101", Allowed)]
    [InlineData("18.5", Allowed)]
    [InlineData("1e30", Allowed)]
    [InlineData("4294967318", Allowed)]
    [InlineData("0x20", Allowed)]
    [InlineData("eighteen", Allowed)]
    [InlineData("NaN", "a value is missing, as MissingCells has it, and the property is not nullable; " + Allowed)]
    [InlineData("", "a value is missing; " + Allowed)]
    [InlineData("  ", "a value is missing; " + Allowed)]
    public void Age(string text, string reason) => Refused("Age", text, $"{text};5;Rent;no", reason);

    [Theory]
    [InlineData("-0.001", Income)]
    [InlineData("500000.00000001", Income)]
    [InlineData("NaN", "a value is missing, as MissingCells has it, and the property is not nullable; " + Income)]
    [InlineData("Infinity", Income)]
    [InlineData("-Infinity", Income)]
    [InlineData("∞", Income)]
    [InlineData("1e400", Income)]
    [InlineData("(5)", Income)]
    [InlineData("$5", Income)]
    [InlineData("5 EUR", Income)]
    [InlineData("3,5", "it has a decimal comma, where a number takes a point: 3.5.")]
    [InlineData("-0,125", "it has a decimal comma, where a number takes a point: -0.125.")]
    [InlineData("1234,5", "it has a decimal comma, where a number takes a point: 1234.5.")]
    [InlineData("1,234", Grouped)]
    [InlineData("1,234,567", Grouped)]
    [InlineData("1,234.5", Grouped)]
    [InlineData("1.234,5", Grouped)]
    [InlineData("1.234.567", Grouped)]
    [InlineData("12'345", Grouped)]
    [InlineData("12 345", Grouped)]
    [InlineData("12\u00A0345.5", Grouped)]
    [InlineData("12_345", Grouped)]
    [InlineData("1,2,3", Income)]
    public void AnnualIncome(string text, string reason) => Refused("AnnualIncome", text, $"18;{text};Rent;no", reason);

    [Theory]
    [InlineData("2", Flag)]
    [InlineData("y", Flag)]
    [InlineData("1.5", Flag)]
    [InlineData("", "a value is missing; " + Flag)]
    public void HasDefaulted(string text, string reason) => Refused("HasDefaulted", text, $"18;5;Rent;{text}", reason);

    [Theory]
    [InlineData("Rented", Home)]
    [InlineData("0", Home)]
    [InlineData("", "a value is missing; " + Home)]
    public void Housing(string text, string reason) => Refused("Housing", text, $"18;5;{text};no", reason);

    [Fact]
    public void NamesAreReadToTheLetterFirst()
    {
        Assert.Equal([new(Sky.CLEAR, Month.May), new(Sky.Clear, Month.May), new Weather(Sky.Cloudy, Month.June)], CsvText.Read<Weather>("sky,month\nCLEAR,may\nClear,MAY\ncLOUDY, June ").Rows.ToArray());
        CsvResult<Weather> result = CsvText.Read<Weather>("sky,month\nclear,Smarch\n", new CsvOptions { CollectErrors = true });
        Assert.Equal(
            [
                "line 2, row 1: Sky is \"clear\"; it could be Clear or CLEAR; write one of them as it stands.",
                "line 2, row 1: Month is \"Smarch\"; it must be one of 13 names: January, February, March, April, May, June, July, August, September, October, November, December and 1 more.",
            ],
            result.Errors.Select(error => error.ToString()));
    }

    [Fact]
    public void OneNameOnly() =>
        Assert.Contains("Lonely is \"Other\"; it must be Only.", CsvText.Refusal<Enums>("Sparse,Tiny,Lonely,Day\nMinus,Low,Other,Friday"));

    [Fact]
    public void LongTextIsShortened()
    {
        string text = CsvText.Refusal<LoanApplication>($"Age,AnnualIncome,Housing,HasDefaulted\n18,5,\"{new string('x', 50)}\",no\n18,5,\"a\r\nb\",no");
        Assert.Contains($"Housing is \"{new string('x', 40)}...\"; {Home}", text);
        Assert.Contains("line 3, row 2: Housing is \"a\\r\\nb\"; ", text);
    }

    [Theory]
    [InlineData("Real", "-1.0000000001", "it must be -1 to 1.")]
    [InlineData("Single", "0.10001", "it must be 0 to 0.10000000149011612.")]
    [InlineData("Whole", "-3", "it must be a whole number, -2 to 3.")]
    [InlineData("Long", "9007199254740993", "it must be a whole number, 0 to 10.")]
    [InlineData("Money", "0.991", "it must be 0.01 to 0.99.")]
    public void EveryNumberTypeHasItsLimits(string column, string text, string reason)
    {
        string[] names = ["Real", "Single", "Whole", "Long", "Money"], cells = ["0", "0", "0", "0", "0.5"];
        cells[Array.IndexOf(names, column)] = text;
        Assert.EndsWith($"line 2, row 1: {column} is \"{text}\"; {reason}", CsvText.Refusal<RangedNumbers>($"{string.Join(',', names)}\n{string.Join(',', cells)}"));
    }

    [Theory]
    [InlineData("1e39", "1", "1", "Single")]
    [InlineData("3.4028235e38", "9007199254740992", "1", "Long")]
    [InlineData("1", "1", "8e27", "Money")]
    public void EveryNumberTypeHasTheLimitsOfItsType(string single, string @long, string money, string column) =>
        Assert.Contains($"line 2, row 1: {column} is ", CsvText.Refusal<Numbers>($"Real,Single,Whole,Long,Money\n1,{single},1,{@long},{money}"));

    [Theory]
    [InlineData("")]
    [InlineData("8887")]
    [InlineData("31.05.2024")]
    [InlineData("05/31/2024")]
    [InlineData("2024-02-30")]
    [InlineData("2024-05-31T12:00")]
    public void Dates(string text)
    {
        string reason = text.EndsWith("12:00") ? "it must be a date without a time." : text == "" ? "a value is missing; it must be a date such as 2024-05-31, " : "it must be a date such as 2024-05-31, ";
        Assert.Contains($"line 2, row 1: Day is \"{text}\"; {reason}", CsvText.Refusal<Times>($"Day,Week,Moment,Instant,Year,Wait,Elapsed\n{text},2024-05-31,2024-05-31,2024-05-31,2024-05-31,0,0"));
    }

    private static void Refused(string column, string text, string row, string reason)
    {
        string file = $"Age;AnnualIncome;Housing;HasDefaulted\n18;5;Own;yes\n{row}\n19;6;Rent;no\n";
        CsvOptions options = new() { Delimiter = ';', CollectErrors = true };
        CsvResult<LoanApplication> result = CsvText.Read<LoanApplication>(file, options);
        Assert.Equal([new CsvError(3, 2, column, text, reason)], result.Errors.ToArray());
        Assert.Equal([18, 19], result.Rows.Select(loan => loan.Age));
        Assert.Equal(
            $"The CSV text has 1 bad cell for LoanApplication:\n  line 3, row 2: {column} is \"{text}\"; {reason}",
            CsvText.Refusal<LoanApplication>(file, options with { CollectErrors = false }));
    }
}
