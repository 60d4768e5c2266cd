using static TypedExplain.Generators.Tests.Usage.UsageAssert;

namespace TypedExplain.Generators.Tests.Usage;

/// <summary>TEX0211.</summary>
public class TargetIsFeatureTests
{
    [Theory]
    [InlineData("var read = Csv.Read<Loan>(text, new CsvOptions { Target = [|\"Income\"|] }); Console.WriteLine(read);", "Income", "Income")]
    [InlineData("var read = Csv.Read<Loan>(\"loans.csv\", new() { Delimiter = ';', Target = [|\"in_come\"|] }).ToDataset(); Console.WriteLine(read);", "in_come", "Income")]
    [InlineData("CsvOptions options = new() { Target = [|\"Housing\"|] }; var read = Csv.Read<Loan>(text, options.Labels<Housing>()); Console.WriteLine(read);", "Housing", "Housing")]
    [InlineData("CsvOptions options = new() { Delimiter = ';' }; Csv.Write(writer, train, options with { Target = [|nameof(Loan.Age)|] });", "Age", "Age")]
    public void A_feature(string failing, string target, string feature) => Finds(
        "TEX0211",
        failing,
        $"Column '{target}' is the target, and it is the feature 'Loan.{feature}' too, so a model would be given what it is to predict; name another column, or mark the property [NotAFeature]",
        "var read = Csv.Read<Loan>(text, new CsvOptions { Target = \"Repaid\" }); Console.WriteLine(read); var answers = Csv.Read<Answers>(text, new CsvOptions { Target = \"Id\" }); Console.WriteLine(answers); " +
        "string name = writer.ToString()!; var any = Csv.Read<Loan>(text, new CsvOptions { Target = name }); Console.WriteLine(any); var inner = Csv.Read<Household>(text, new CsvOptions { Target = \"Income\" }); Console.WriteLine(inner);");
}
