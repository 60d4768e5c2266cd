namespace TypedExplain.Tests.Tables;

/// <summary>What stands for no value in a nullable column, and what does not.</summary>
public class CsvMissingCellTests
{
    private const string Header = "Weight,Children,Smoker,Region,Market,Visit,Score\n";
    private static readonly CsvOptions s_collect = new() { CollectErrors = true };

    public static TheoryData<string> Usual { get; } = [.. CsvOptions.UsualMissingCells, "na", "nan", "NULL", "Null", " NA ", "n/a", "NONE", "", " ", "\u00A0"];

    [Theory]
    [MemberData(nameof(Usual))]
    public void NoValueInANullableColumn(string cell)
    {
        string quoted = $"\"{cell}\"";
        Survey row = Assert.Single(CsvText.Read<Survey>($"{Header}{quoted},{quoted},{quoted},,,{quoted},1").Rows);
        Assert.Equal(new Survey(null, null, null, null, null, null, 1), row);
    }

    /// <summary>A cell that is a legal value is that value: a market called NA, a region called None.</summary>
    [Fact]
    public void ALegalNameIsNotMissing()
    {
        Survey[] rows = [.. CsvText.Read<Survey>(Header + "70,1,no,None,NA,2024-05-31,1\n70,1,no,none,na,2024-05-31,1\n70,1,no,NA,-,NA,1\n70,1,no,-1,null,-,1").Rows];
        Assert.Equal([Region.None, Region.None, null, Region.None], rows.Select(row => row.Region));
        Assert.Equal(["NA", "NA", "-", null], rows.Select(row => row.Market));
        Assert.Equal(rows, CsvText.Read<Survey>(CsvText.Write(rows)).Rows);

        // Words of the user's own give way to names and flags too, and stand for no number.
        CsvOptions own = new() { MissingCells = ["EU", "no", "-1", "9"] };
        Survey row = Assert.Single(CsvText.Read<Survey>(Header + "9,9,no,-1,EU,no,9", own).Rows);
        Assert.Equal(new Survey(null, null, false, Region.None, "EU", null, 9), row);
    }

    [Fact]
    public void AColumnThatIsNotNullableHasNone()
    {
        CsvResult<Survey> result = CsvText.Read<Survey>(Header + "1,1,no,North,EU,,NA\n1,1,no,North,EU,,N/A\n1,1,no,North,EU,,\n", s_collect);
        Assert.Equal(
            [
                "line 2, row 1: Score is \"NA\"; a value is missing, as MissingCells has it, and the property is not nullable; it must be any finite number.",
                "line 3, row 2: Score is \"N/A\"; a value is missing, as MissingCells has it, and the property is not nullable; it must be any finite number.",
                "line 4, row 3: Score is \"\"; a value is missing; it must be any finite number.",
            ],
            result.Errors.Select(error => error.ToString()));
    }

    [Theory]
    [InlineData("unknown,1,no,North,EU,,1", "Weight is \"unknown\"; it must be 0 to 300; if it says that there is no value, add it to MissingCells.")]
    [InlineData("-9,1,no,North,EU,,1", "Weight is \"-9\"; it must be 0 to 300; if it says that there is no value, add it to MissingCells.")]
    [InlineData("1,99,no,North,EU,,1", "Children is \"99\"; it must be a whole number, 0 to 9; if it says that there is no value, add it to MissingCells.")]
    [InlineData("1,1,maybe,North,EU,,1", "Smoker is \"maybe\"; it must be true or false, 1 or 0, yes or no; if it says that there is no value, add it to MissingCells.")]
    [InlineData("1,1,no,West,EU,,1", "Region is \"West\"; it must be one of None, North, South; if it says that there is no value, add it to MissingCells.")]
    public void ABadCellOfANullableColumnNamesTheOption(string row, string said) =>
        Assert.EndsWith(said, CsvText.Refusal<Survey>(Header + row));

    [Fact]
    public void TheOptionReplacesTheUsualWords()
    {
        CsvOptions none = new() { MissingCells = [] };
        Assert.Contains("Weight is \"NA\"; it must be 0 to 300; if it says that there is no value, add it to MissingCells.", CsvText.Refusal<Survey>(Header + "NA,1,no,North,EU,,1", none));
        CsvOptions more = new() { MissingCells = [.. CsvOptions.UsualMissingCells, "-9"] };
        Assert.Equal([null, null], CsvText.Read<Survey>(Header + "NA,1,no,North,EU,,1\n-9,1,no,North,EU,,1", more).Rows.Select(row => row.Weight));
    }

    [Fact]
    public void ATargetIsNeverMissing() =>
        Assert.EndsWith("y is \"NA\"; a value is missing, as MissingCells has it; it must be any finite number.", CsvText.Refusal<Survey>("Weight,Children,Smoker,Region,Market,Visit,Score,y\n1,1,no,North,EU,,1,NA", new CsvOptions { Target = "y" }));

    /// <summary>What pandas writes of a column of whole numbers, flags or codes in which one is missing.</summary>
    [Fact]
    public void WholeNumbersAndFlagsWithAPoint()
    {
        Survey[] rows = [.. CsvText.Read<Survey>(Header + "70.0,2.0,1.0,1.0,EU,,1\n70,NaN,0.0,2.0,EU,,1\n70,,1.,-1.0,EU,,1\n7e1,2e0,1e0,2e0,EU,,1").Rows];
        Assert.Equal([2, null, null, 2], rows.Select(row => row.Children));
        Assert.Equal([true, false, true, true], rows.Select(row => row.Smoker));
        Assert.Equal([Region.North, Region.South, Region.None, Region.South], rows.Select(row => row.Region));
    }
}
