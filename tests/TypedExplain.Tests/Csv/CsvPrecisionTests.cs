namespace TypedExplain.Tests.Tables;

/// <summary>Digits that a property cannot keep are refused, not rounded.</summary>
public class CsvPrecisionTests
{
    private const string Header = "Real,Single,Half,Money,Long,Count,Flag\n";

    [Theory]
    [InlineData("Single", "16777217", "float")]
    [InlineData("Single", "33554433", "float")]
    [InlineData("Single", "1234567.89", "float")]
    [InlineData("Single", "0.123456789", "float")]
    [InlineData("Single", "16777216.5", "float")]
    [InlineData("Single", "-16777217.0", "float")]
    [InlineData("Single", "1e-50", "float")]
    [InlineData("Half", "2049", "Half")]
    [InlineData("Half", "0.10001", "Half")]
    [InlineData("Money", "0.30000000000000004", "15")]
    [InlineData("Money", "12345678901234567.89", "15")]
    [InlineData("Money", "0.1234567890123456789", "15")]
    [InlineData("Money", "1.0000000000000000001", "15")]
    [InlineData("Money", "1e-29", "15")]
    [InlineData("Long", "9007199254740993", "-9007199254740991 to 9007199254740991")]
    [InlineData("Long", "9007199254740990.6", "a whole number")]
    [InlineData("Long", "9007199254740990.0000001", "a whole number")]
    [InlineData("Count", "1.00000000000000000001", "a whole number")]
    [InlineData("Count", "2147483647.0000001", "a whole number")]
    [InlineData("Flag", "1.00000000000000000001", "true or false")]
    [InlineData("Flag", "0.5", "true or false")]
    [InlineData("Real", "1e-400", "too near 0")]
    [InlineData("Real", "0.00e", "any finite number")]
    public void Refused(string column, string cell, string said)
    {
        string message = CsvText.Refusal<Measured>(Row(column, cell));
        Assert.Contains($"line 2, row 1: {column} is \"{cell}\"; it ", message);
        Assert.Contains(said, message);
    }

    [Theory]
    [InlineData("0.1")]
    [InlineData("0.10")]
    [InlineData("0.10000000149011612")]
    [InlineData("0.100000001490116119384765625")]
    [InlineData("0.100000001")]
    [InlineData("1.0000000000000E-01")]
    [InlineData("16777216")]
    [InlineData("16777218.0")]
    [InlineData("100000000000")]
    [InlineData("1e11")]
    [InlineData("123456.789")]
    [InlineData("123456.7890625")]
    [InlineData("5.684341886080802e-14")]
    [InlineData("3.4028235E+38")]
    [InlineData("1E-45")]
    [InlineData("0.000")]
    [InlineData("-0.0")]
    public void KeptByAFloat(string cell) => Assert.Equal(float.Parse(cell, System.Globalization.CultureInfo.InvariantCulture), CsvText.Read<Measured>(Row("Single", cell)).Rows[0].Single);

    [Theory]
    [InlineData("0.30000000000000004")]
    [InlineData("0.1000000000000000055511151231257827")]
    [InlineData("12345678901234567890")]
    [InlineData("0.123456789012345678901234567890")]
    [InlineData("5e-324")]
    public void ADoubleTakesTheDigitsThatOtherToolsWrite(string cell) => Assert.Equal(double.Parse(cell, System.Globalization.CultureInfo.InvariantCulture), CsvText.Read<Measured>(Row("Real", cell)).Rows[0].Real);

    [Theory]
    [InlineData("1234567890123.45")]
    [InlineData("0.10")]
    [InlineData("1e20")]
    [InlineData("0.000000000000123456789012345")]
    [InlineData("-99.990000000000000000000")]
    public void KeptByADecimal(string cell) => Assert.Equal(decimal.Parse(cell, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture), CsvText.Read<Measured>(Row("Money", cell)).Rows[0].Money);

    /// <summary>Every float is read back as itself, whether it is written as short as can be, as a double or with nine digits.</summary>
    [Fact]
    public void EveryFloatAsOtherToolsWriteIt()
    {
        Random random = new(5);
        for (int i = 0; i < 2000; i++)
        {
            float value = BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue));
            if (!float.IsFinite(value))
                continue;
            Assert.Equal([value, value, value], Read(value.ToString("R", Invariant), ((double)value).ToString("R", Invariant), value.ToString("G9", Invariant)));
        }

        float[] powers = [.. Enumerable.Range(-149, 276).Select(power => MathF.ScaleB(1, power))];
        foreach (float value in powers)
            Assert.Equal([value, value, value], Read(value.ToString("R", Invariant), ((double)value).ToString("R", Invariant), value.ToString("G9", Invariant)));

        Measured[] written = [.. powers.Select(value => new Measured(0, value, Half.Epsilon, 0, 0, 0, false))];
        Assert.Equal(written, CsvText.Read<Measured>(CsvText.Write(written)).Rows);

        static float[] Read(params string[] cells) => [.. CsvText.Read<Measured>(Header + string.Concat(cells.Select(cell => $"0,{cell},0,0,0,0,0\n"))).Rows.Select(row => row.Single)];
    }

    [Fact]
    public void ADecimalOfTooManyDigitsIsNotWritten()
    {
        Measured good = new(0, 0, (Half)0, 1234567890123.45m, 0, 0, false), bad = good with { Money = 12345678901234567.89m };
        InvalidFeatureException error = Assert.Throws<InvalidFeatureException>(() => CsvText.Write([good, bad]));
        Assert.Equal(2, error.Row);
        Assert.Equal("Row 2: Measured.Money is near 12345678901234568; it must be a decimal of at most 15 digits, which is what a column carries.", error.Message);
    }

    private static System.Globalization.CultureInfo Invariant => System.Globalization.CultureInfo.InvariantCulture;

    private static string Row(string column, string cell) =>
        Header + string.Join(',', Header.Trim().Split(',').Select(name => name == column ? cell : "0"));
}
