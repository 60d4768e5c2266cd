using static TypedExplain.Generators.Tests.Usage.UsageAssert;

namespace TypedExplain.Generators.Tests.Usage;

/// <summary>TEX0203.</summary>
public class UnseenErrorsTests
{
    private const string Collecting = "new CsvOptions { CollectErrors = true }";

    [Theory]
    [InlineData($"var rows = Csv.[|Read<Loan>|](text, {Collecting}).Rows;")]
    [InlineData($"var rows = Csv.[|Read<Loan>|](\"loans.csv\", {Collecting}).ToDataset();")]
    [InlineData($"var rows = Csv.[|Read<Loan>|](text, new() {{ Target = \"Paid\", CollectErrors = true }}).Targets;")]
    [InlineData($"var rows = (Csv.[|Read<Loan>|](options: {Collecting}, text: text)).Rows.Length;")]
    [InlineData($"CsvOptions options = {Collecting}; var rows = Csv.[|Read<Loan>|](text, options).Rows;")]
    [InlineData("CsvOptions options = new() { Target = \"Kind\", CollectErrors = true }; var rows = Csv.[|Read<Loan>|](text, options.Labels<Housing>()).Rows;")]
    [InlineData("CsvOptions options = new(); var rows = Csv.[|Read<Loan>|](text, options with { CollectErrors = true }).Rows;")]
    [InlineData("var rows = Csv.[|Read<Loan>|](text, new CsvOptions { Target = \"Kind\", CollectErrors = true }.Labels<Housing>()).Rows;")]
    public void Rows_alone(string failing) => Finds(
        "TEX0203",
        failing,
        Message("keep the result and look at its Errors"),
        $"var read = Csv.Read<Loan>(text, {Collecting}); Console.WriteLine(read.Errors.Length); var rows = read.Rows;");

    [Theory]
    [InlineData($"var read = Csv.[|Read<Loan>|](text, {Collecting}); var rows = read.Rows;")]
    [InlineData($"CsvResult<Loan> read; read = Csv.[|Read<Loan>|](text, {Collecting}); Dataset<Loan> data = read.ToDataset();")]
    [InlineData($"var read = Csv.[|Read<Loan>|](text, {Collecting}); Func<int> count = () => read.Rows.Length + read.IgnoredColumns.Length;")]
    [InlineData($"var read = Csv.[|Read<Loan>|](text, {Collecting}); foreach (Loan row in read.Rows) Console.WriteLine(row);")]
    public void A_local_whose_errors_nobody_sees(string failing) => Finds(
        "TEX0203",
        failing,
        Message("look at 'read.Errors'"),
        "var rows = Csv.Read<Loan>(text).Rows;");

    [Theory]
    [InlineData($"var errors = Csv.Read<Loan>(text, {Collecting}).Errors;")]
    [InlineData($"var read = Csv.Read<Loan>(text, {Collecting}); Console.WriteLine(read); var rows = read.Rows;")]
    [InlineData($"var read = Csv.Read<Loan>(text, {Collecting}); Console.WriteLine($\"{{read}}\"); var rows = read.Rows;")]
    [InlineData($"var read = Csv.Read<Loan>(text, {Collecting}); string summary = read.ToString(); var rows = read.Rows;")]
    [InlineData($"var read = Csv.Read<Loan>(text, {Collecting}); if (read is {{ Errors.Length: 0 }}) Console.WriteLine(read.Rows);")]
    [InlineData($"var read = Csv.Read<Loan>(text, {Collecting}); var kept = read; var rows = read.Rows;")]
    [InlineData($"var read = Csv.Read<Loan>(text, {Collecting}); Action check = () => Console.WriteLine(read.Errors); var rows = read.Rows;")]
    [InlineData($"var read = Csv.Read<Loan>(text, {Collecting}); Console.WriteLine(read.IgnoredColumns.Length);")]
    [InlineData($"Show(Csv.Read<Loan>(text, {Collecting})); void Show(CsvResult<Loan> read) => Console.WriteLine(read.Rows);")]
    [InlineData("var rows = Csv.Read<Loan>(text, new CsvOptions { CollectErrors = false }).Rows;")]
    [InlineData("bool collect = writer is null; var rows = Csv.Read<Loan>(text, new CsvOptions { CollectErrors = collect }).Rows;")]
    [InlineData($"CsvOptions options = {Collecting}; options = new(); var rows = Csv.Read<Loan>(text, options).Rows;")]
    public void Errors_are_seen_or_not_collected_or_who_knows(string right) => IsFine(right);

    [Fact]
    public void Options_from_elsewhere() => IsFineMember("""
        private static readonly CsvOptions s_options = new() { CollectErrors = true };
        public static object Run(System.IO.TextReader text) => Csv.Read<Loan>(text, s_options).Rows;
        public static object Run(System.IO.TextReader text, CsvOptions options) => Csv.Read<Loan>(text, options).Rows;
        public static CsvResult<Loan> Read(System.IO.TextReader text) => Csv.Read<Loan>(text, new() { CollectErrors = true });
        """);

    private static string Message(string remedy) =>
        $"'Read<Loan>' leaves out rows with a bad cell, and the Errors that tell which are never looked at; {remedy}, or remove CollectErrors so that a bad cell is an exception";
}
