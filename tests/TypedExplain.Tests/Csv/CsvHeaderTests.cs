using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Tables;

/// <summary>The header decides which column is which feature; where it cannot, the file is refused.</summary>
public class CsvHeaderTests
{
    private static string Refusal(string text, CsvOptions? options = null) => CsvText.Refusal<LoanApplication>(text, options);

    [Fact]
    public void MissingColumnsAreNamedTogether() => Assert.Equal(
        "The CSV text has no column for AnnualIncome, HasDefaulted, granted; it has Age, Housing.",
        Refusal("Age,Housing\n18,Rent", new CsvOptions { Target = "granted" }));

    [Fact]
    public void AnotherDelimiterIsSuggested() => Assert.Equal(
        "The CSV text has no column for Age, AnnualIncome, Housing, HasDefaulted; it has Age;AnnualIncome;Housing;HasDefaulted. If its cells are divided by ';', set the Delimiter.",
        Refusal("Age;AnnualIncome;Housing;HasDefaulted\n18;5;Rent;no"));

    [Fact]
    public void TwoColumnsForAFeature() => Assert.Equal(
        "The CSV text has 2 columns for Age: Age, AGE. Rename or remove all but one.",
        Refusal("Age,AnnualIncome,Housing,HasDefaulted,AGE\n"));

    [Fact]
    public void TheSameColumnTwice() => Assert.Equal(
        "The CSV text has 2 columns for Housing: Housing, Housing. Rename or remove all but one.",
        Refusal("Age,AnnualIncome,Housing,HasDefaulted,Housing\n"));

    [Fact]
    public void OneColumnForTwoFeatures() => Assert.Equal(
        "The CSV text has the column VA_LUE, which could be Value or value. Write their names as they stand.",
        CsvText.Refusal<Alike>("VA_LUE\n1"));

    [Fact]
    public void NamesToTheLetterComeFirst() => Assert.Equal([new Alike(2, 1)], CsvText.Read<Alike>("value,Value\n1,2").Rows.ToArray());

    [Fact]
    public void ExtraColumnsAreRefusedOnRequest() => Assert.Equal(
        "The CSV text has columns that are not wanted: id, note. Remove them, or allow extra columns.",
        Refusal("id,Age,AnnualIncome,Housing,HasDefaulted,note\n", new CsvOptions { AllowExtraColumns = false }));

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\n\r\n")]
    public void EmptyText(string text) => Assert.Equal("The CSV text is empty; its first row must name the columns.", Refusal(text));

    [Fact]
    public void BrokenHeader() => Assert.Equal(
        "The CSV text has no readable header: on line 1, a quote stands inside a cell that does not start with one.",
        Refusal("Age,Ann\"ual,Housing,HasDefaulted\n"));

    [Fact]
    public void HeaderAlone()
    {
        CsvResult<LoanApplication> result = CsvText.Read<LoanApplication>("Age,AnnualIncome,Housing,HasDefaulted");
        Assert.Empty(result.Rows);
        Assert.Contains("has no rows", Assert.Throws<InvalidDatasetException>(result.ToDataset).Message);
    }
}
