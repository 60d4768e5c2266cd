using System.Text;
using TypedExplain.Tests.Zoo;
using Single = TypedExplain.Tests.Zoo.Single;

namespace TypedExplain.Tests.Tables;

/// <summary>Rows that cannot be divided into cells, many errors at once, and files too large or of another encoding.</summary>
public class CsvRowTests
{
    private const string Header = "Age,AnnualIncome,Housing,HasDefaulted\n";
    private static readonly CsvOptions s_collect = new() { CollectErrors = true };

    [Fact]
    public void EveryBadRowIsReportedInOrder()
    {
        CsvResult<LoanApplication> result = CsvText.Read<LoanApplication>(
            Header + "18,1,Rent,no\n\n18,1,Rent\n18,1,Re\"nt,no\n17,x,Rent,no\n18,1,\"Rent\"x,no\n19,\"2\n\",Own,no\n18,1,Rent,no,5\n20,1,\"Rent,no\n",
            s_collect);
        Assert.Equal(
            [
                "line 4, row 2: the row has 3 cells, the header 4.",
                "line 5, row 3: a quote stands inside a cell that does not start with one.",
                "line 6, row 4: Age is \"17\"; it must be a whole number, 18 to 100.",
                "line 6, row 4: AnnualIncome is \"x\"; it must be 0 to 500000.",
                "line 7, row 5: text follows the closing quote of a cell; write a quote inside a quoted cell twice.",
                "line 10, row 7: the row has 5 cells, the header 4.",
                "line 11, row 8: the quote that opens a cell is never closed.",
            ],
            result.Errors.Select(error => error.ToString()));
        Assert.Equal([18, 19], result.Rows.Select(loan => loan.Age));
    }

    [Fact]
    public void TheFirstErrorsAreListedAndAllCounted()
    {
        string text = Header + string.Concat(Enumerable.Range(0, 250).Select(i => $"{i},1,Rent,no\n"));
        InvalidCsvException error = Assert.Throws<InvalidCsvException>(() => CsvText.Read<LoanApplication>(text));
        Assert.Equal((167, 100), (error.ErrorCount, error.Errors.Length));
        string[] lines = error.Message.Split('\n');
        Assert.Equal("The CSV text has 167 bad cells for LoanApplication:", lines[0]);
        Assert.Equal("  line 2, row 1: Age is \"0\"; it must be a whole number, 18 to 100.", lines[1]);
        Assert.Equal("  and 157 more", lines[^1]);
        Assert.Equal(12, lines.Length);
        Assert.Equal(167, CsvText.Read<LoanApplication>(text, s_collect).Errors.Length);
    }

    [Fact]
    public void BadTargets()
    {
        CsvOptions numbers = s_collect with { Target = "y" };
        Assert.Equal(
            ["line 3, row 2: y is \"\"; a value is missing; it must be any finite number.", "line 4, row 3: y is \"inf\"; it must be any finite number.", "line 5, row 4: y is \"1,5\"; it has a decimal comma, where a number takes a point: 1.5."],
            CsvText.Read<Single>("Value,y\n1,2\n2,\n3,inf\n4,\"1,5\"", numbers).Errors.Select(error => error.ToString()));

        CsvResult<Single> classes = CsvText.Read<Single>("Value,y\n1,own\n2,Rental\n3,Mortgage", numbers.Labels<Housing>());
        Assert.Equal(["line 3, row 2: y is \"Rental\"; it must be one of Rent, Mortgage, Own: the names that Housing has in code, not display names or numbers."], classes.Errors.Select(error => error.ToString()));
        Assert.Equal([2.0, 1.0], classes.ToDataset().Target!.Values.ToArray());
        Assert.Equal([1.0, 3.0], classes.Rows.Select(row => row.Value));
    }

    [Fact]
    public void ARowBeyondTheLimitIsRefusedWithoutBeingRead()
    {
        Endless text = new(Header + "18,1,Rent,no\n18,1,\"");
        string message = Assert.Throws<InvalidCsvException>(() => Csv.Read<LoanApplication>(text, s_collect)).Message;
        Assert.StartsWith("The CSV text has a row that is longer than 1000000 bytes, on line 3.", message);
        Assert.InRange(text.Given, 1_000_000, 4_000_000);
        Assert.Contains("longer than 5000 bytes", CsvText.Refusal<LoanApplication>(Header + "18," + new string(' ', 200_000) + "1,Rent,no", new CsvOptions { MaxRowBytes = 5000 }));
    }

    [Fact]
    public void AnEndlessHeaderIsRefusedToo() =>
        Assert.Contains("longer than 1000000 bytes, on line 1.", Assert.Throws<InvalidCsvException>(() => Csv.Read<LoanApplication>(new Endless("Age,"))).Message);

    [Fact]
    public void Files()
    {
        string path = Path.GetTempFileName();
        try
        {
            LoanApplication[] loans = [new(18, 0.1, Housing.Rent, true), new(19, 2, Housing.Own, false)];
            Csv.Write(path, loans);
            Assert.Equal((byte)'A', File.ReadAllBytes(path)[0]);
            Assert.Equal(loans, Csv.Read<LoanApplication>(path).Rows.ToArray());

            File.WriteAllText(path, File.ReadAllText(path), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            Assert.Equal(loans, Csv.Read<LoanApplication>(path).Rows.ToArray());

            File.WriteAllText(path, Header + "17,1,Rent,no");
            Assert.StartsWith($"{Path.GetFileName(path)} has 1 bad cell for LoanApplication:\n  line 2, row 1: Age ", Assert.Throws<InvalidCsvException>(() => Csv.Read<LoanApplication>(path)).Message);

            File.WriteAllText(path, "größe\n1", Encoding.Latin1);
            Assert.StartsWith($"{Path.GetFileName(path)} is not UTF-8.", Assert.Throws<InvalidCsvException>(() => Csv.Read<@class>(path)).Message);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Options()
    {
        Assert.Contains("Delimiter is 'x'", Bad(new CsvOptions { Delimiter = 'x' }));
        Assert.Contains("Delimiter is '\"'", Bad(new CsvOptions { Delimiter = '"' }));
        Assert.Contains("Delimiter is '·'", Bad(new CsvOptions { Delimiter = '·' }));
        Assert.Contains("MaxRowBytes is 0", Bad(new CsvOptions { MaxRowBytes = 0 }));
        Assert.Contains("set Target", Bad(new CsvOptions().Labels<Housing>()));
        Assert.Contains("Target is va_lue, which is the feature Single.Value", Bad(new CsvOptions { Target = "va_lue" }));
        Assert.Contains("set Target", Assert.Throws<InvalidOptionException>(() => CsvText.Write(new Dataset<Single>([new(1)]).WithTarget([2]))).Message);
        Assert.Throws<InvalidFeatureException>(() => CsvText.Write([new Single(double.NaN)]));

        static string Bad(CsvOptions options) => Assert.Throws<InvalidOptionException>(() => CsvText.Read<Single>("Value\n1", options)).Message;
    }

    /// <summary>A text that never ends.</summary>
    private sealed class Endless(string beginning) : TextReader
    {
        public int Given { get; private set; }

        public override int Peek() => 'x';

        public override int Read() => Given < beginning.Length ? beginning[Given++] : Next();

        public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

        public override int Read(Span<char> buffer)
        {
            foreach (ref char symbol in buffer)
                symbol = (char)Read();
            Assert.True(Given < 20_000_000, "The reader does not stop.");
            return buffer.Length;
        }

        private char Next()
        {
            Given++;
            return 'x';
        }
    }
}
