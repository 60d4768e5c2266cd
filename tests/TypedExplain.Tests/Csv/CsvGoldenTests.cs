using TypedExplain.Tests.Zoo;
using Single = TypedExplain.Tests.Zoo.Single;

namespace TypedExplain.Tests.Tables;

/// <summary>Small files, to the letter.</summary>
public class CsvGoldenTests
{
    private static readonly LoanApplication[] s_loans =
    [
        new(18, 0.1 + 0.2, Housing.Rent, true),
        new(100, 500_000, Housing.Own, false),
    ];

    [Fact]
    public void Loans() => Assert.Equal(
        """
        Age,AnnualIncome,Housing,HasDefaulted
        18,0.30000000000000004,Rent,true
        100,500000,Own,false

        """.ReplaceLineEndings("\n"),
        CsvText.Write(s_loans));

    [Fact]
    public void LoansWithClasses()
    {
        Dataset<LoanApplication> loans = new Dataset<LoanApplication>(s_loans).WithLabels([Decision.Declined, Decision.Approved]);
        CsvOptions options = new CsvOptions { Target = "Loan decision", Delimiter = ';' }.Labels<Decision>();
        string text = CsvText.Write(loans, options);
        Assert.Equal(
            """
            Age;AnnualIncome;Housing;HasDefaulted;Loan decision
            18;0.30000000000000004;Rent;true;Declined
            100;500000;Own;false;Approved

            """.ReplaceLineEndings("\n"),
            text);

        Dataset<LoanApplication> back = CsvText.Read<LoanApplication>(text, options).ToDataset();
        Assert.Equal(s_loans, back.Rows.ToArray());
        Assert.Equal(loans.Target!.Classes.ToArray(), back.Target!.Classes.ToArray());
        Assert.Equal(loans.Target.Values.ToArray(), back.Target.Values.ToArray());
    }

    [Fact]
    public void NumbersOfEverySize()
    {
        OddRanges[] rows = [new(double.Epsilon, -1e15, 1.00000005, 7, 1e300), new(double.MaxValue, -5, 1, 8, -0.0)];
        string text = CsvText.Write(rows);
        Assert.Equal("5E-324,-1000000000000000,1.00000005,7,1E+300", text.Split('\n')[1]);
        Assert.Equal("1.7976931348623157E+308,-5,1,8,-0", text.Split('\n')[2]);
        Assert.Equal(rows, CsvText.Read<OddRanges>(text).Rows.ToArray());
    }

    [Fact]
    public void TargetOfNumbers()
    {
        Dataset<Single> numbers = new Dataset<Single>([new(1), new(2)]).WithTarget([0.5, -1e-9]);
        string text = CsvText.Write(numbers, new CsvOptions { Target = "a,b \"c\"" });
        Assert.Equal("Value,\"a,b \"\"c\"\"\"\n1,0.5\n2,-1E-09\n", text);
        Assert.Equal(numbers.Target!.Values.ToArray(), CsvText.Read<Single>(text, new CsvOptions { Target = "A,B_\"C\"" }).ToDataset().Target!.Values.ToArray());
    }

    [Theory]
    [InlineData(',', "\"a,b\"|c;d|e\tf|\" g\"|\"h \"|i")]
    [InlineData(';', "a,b|\"c;d\"|e\tf|\" g\"|\"h \"|i")]
    [InlineData('\t', "a,b|c;d|\"e\tf\"|\" g\"|\"h \"|i")]
    public void NamesWithADelimiterAreQuoted(char delimiter, string cells)
    {
        Delimited[] rows = [.. FeatureSchema.Of<Delimited>().Features[0].Categories.Select(name => new Delimited(name, true))];
        CsvOptions options = new() { Delimiter = delimiter };
        string text = CsvText.Write(rows, options);
        Assert.Equal($"Name{delimiter}Flag\n" + string.Concat(cells.Split('|').Select(cell => $"{cell}{delimiter}true\n")), text);
        Assert.Equal(rows, CsvText.Read<Delimited>(text, options).Rows.ToArray());
    }

    [Fact]
    public void QuotesLineEndsAndBlanks()
    {
        const string Text = "\uFEFFage,\"Annual\r\nIncome\",HOUSING,has_defaulted,\"note, long\"\r\n\" 18 \",1e3,\"Rent\",YES,\"two\nlines, \"\"quoted\"\"\"\r\n\r\n19,.5, own ,0,\n";
        CsvResult<LoanApplication> result = CsvText.Read<LoanApplication>(Text);
        Assert.Equal([new(18, 1000, Housing.Rent, true), new(19, 0.5, Housing.Own, false)], result.Rows.ToArray());
        Assert.Equal(["note, long"], result.IgnoredColumns.ToArray());
        Assert.Equal("2 rows of LoanApplication, 0 errors, 1 ignored column", result.ToString());
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("TRUE", true)]
    [InlineData("1", true)]
    [InlineData("1.0", true)]
    [InlineData("0.0", false)]
    [InlineData("Yes", true)]
    [InlineData("False", false)]
    [InlineData("0", false)]
    [InlineData("no", false)]
    public void WordsOfAFlag(string text, bool flag) => Assert.Equal([new Flags(flag, !flag, flag)], CsvText.Read<Flags>($"A,B,C\n{text},{!flag},{text}").Rows.ToArray());

    [Fact]
    public void FloatsAreShort()
    {
        RangedNumbers[] rows = [new(0.10000000149011612, 0.1f, -2, 10, 0.99m), new(0.1, 1e-7f, 3, 0, 0.5m)];
        string text = CsvText.Write(rows);
        Assert.Equal(["0.10000000149011612,0.1,-2,10,0.99", "0.1,1E-07,3,0,0.5"], text.Split('\n')[1..3]);
        Assert.Equal(rows, CsvText.Read<RangedNumbers>(text).Rows.ToArray());
    }

    [Fact]
    public void DatesAndDurations()
    {
        Times times = new(new(2024, 2, 29), new(1999, 12, 31), new(2024, 5, 31, 14, 30, 0), new(2024, 5, 31, 14, 30, 0, TimeSpan.FromHours(2)), new(1815, 6, 18), TimeSpan.FromMinutes(1.5), TimeSpan.FromSeconds(0.25));
        string text = CsvText.Write([times]);
        Assert.Equal("2024-02-29,1999-12-31,2024-05-31T14:30:00,2024-05-31T14:30:00+02:00,1815-06-18,1.5,0.25", text.Split('\n')[1]);
        Assert.Equal(times, CsvText.Read<Times>(text).Rows[0]);
        Assert.Equal(times, CsvText.Read<Times>(text.Replace("2024-05-31T14:30:00+02:00", " 2024-05-31 14:30+02:00 ")).Rows[0]);
    }

    [Fact]
    public void Ranks()
    {
        Ranks[] ranks = [new(Grade.Good, Housing.Own, Grade.Poor, true)];
        Assert.Equal("Good,Own,Poor,true", CsvText.Write(ranks).Split('\n')[1]);
        Assert.Equal(ranks, CsvText.Read<Ranks>("grade,housing,other,flag\ngood,OWN,poor,1").Rows.ToArray());
    }

    [Fact]
    public void NumberThatItsTypeRoundsIntoItsLimits()
    {
        // 0.1 as a float is a little more than 0.1.
        Assert.Equal(0.1f, CsvText.Read<RangedNumbers>("Real,Single,Whole,Long,Money\n0,0.1,0,0,0.5").Rows[0].Single);
        Assert.Equal(0.1f, CsvText.Read<RangedNumbers>("Real,Single,Whole,Long,Money\n0,0.100000001,0,0,0.5").Rows[0].Single);
    }

    public enum Decision
    {
        Declined,
        Approved,
    }
}
