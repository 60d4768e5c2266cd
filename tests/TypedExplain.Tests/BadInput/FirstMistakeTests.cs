using TypedExplain.Tests.Tables;

namespace TypedExplain.Tests.BadInput;

/// <summary>Mistakes of somebody new: the message says what is wrong, is short, and shows nothing that is protected.</summary>
public partial class FirstMistakeTests
{
    private const string Header = "Age,Score,Share,Group\n";

    private static readonly Applicant s_one = new(30, 4, 0.5m, Group.North);
    private static readonly Dataset<Applicant> s_rows = new([.. Enumerable.Range(0, 20).Select(i => s_one with { Age = 20 + i, Score = i % 10, Group = (Group)(i % 3) })]);
    private static readonly IModel<Applicant> s_model = Model.From<Applicant>(applicant => applicant.Age + applicant.Score);

    private enum Answer
    {
        Yes,
        No,
    }

    public enum Group
    {
        North,
        South,
        SOUTH,
    }

    [Theory]
    [InlineData("Score", "98765432")]
    [InlineData("Score", "9,8765")]
    [InlineData("Share", "0.98765432109876543219")]
    [InlineData("Group", "98765")]
    [InlineData("Group", "soUTH")]
    public void A_cell_of_a_protected_feature_is_not_shown(string column, string cell)
    {
        string allowed = FeatureSchema.Of<Applicant>().Features.Single(feature => feature.Name == column).Allowed;
        string row = string.Join(',', Header.Trim().Split(',').Select(name => name == column ? $"\"{cell}\"" : name == "Age" ? "30" : name == "Group" ? "North" : "1"));
        CsvError error = Assert.Single(CsvText.Read<Applicant>(Header + row, new CsvOptions { CollectErrors = true }).Errors);
        Assert.Equal($"line 2, row 1: {column} is \"withheld (protected)\"; it must be {allowed}.", error.ToString());
        Assert.DoesNotContain(cell, CsvText.Refusal<Applicant>(Header + row));
    }

    [Fact]
    public void A_cell_that_is_missing_or_open_is_shown()
    {
        Assert.EndsWith("Score is \"\"; a value is missing; it must be 0 to 10.", CsvText.Refusal<Applicant>(Header + "30,,1,North"));
        Assert.EndsWith("Age is \"7\"; it must be a whole number, 18 to 100.", CsvText.Refusal<Applicant>(Header + "7,1,1,North"));
    }

    [Theory]
    [InlineData("<!DOCTYPE html>\n<html>", " It looks like a page of HTML or XML.")]
    [InlineData("[{Age: 3}]\n", " It looks like JSON.")]
    [InlineData("PK\u0003\u0004\u0014\0\u0006", " It looks like a spreadsheet or another ZIP file; export it as CSV.")]
    [InlineData("Age;Score;Share;Group\n", " If its cells are divided by ';', set the Delimiter.")]
    public void A_file_of_another_kind(string text, string hint)
    {
        string message = CsvText.Refusal<Applicant>(text);
        Assert.StartsWith("The CSV text has no column for Age, Score, Share, Group; it has ", message);
        Assert.EndsWith(hint, message);
    }

    [Fact]
    public void Many_bad_cells_are_a_short_message()
    {
        string message = CsvText.Refusal<Applicant>(Header + string.Concat(Enumerable.Repeat($"{new string('7', 500)},-1,-1e30,{new string('x', 900)}\n", 500)));
        Assert.InRange(message.Length, 300, 800);
        Assert.Matches("^The CSV text has 2000 bad cells for Applicant:(.|\n)*\n  and 199[0-9] more$", message);
    }

    [Fact]
    public void A_model_that_is_null()
    {
        GaussianNeighborhood<Applicant> around = new() { Background = s_rows, Samples = 20 };
        Func<IModel<Applicant>, object>[] uses =
        [
            model => new Lime<Applicant> { Neighborhood = around }.Explain(model, s_one),
            model => new Linex<Applicant> { Neighborhood = around }.ExplainOutputs(model, s_one),
            model => new Melime<Applicant> { Neighborhood = around }.Explain(model, s_one),
            model => new KernelShap<Applicant> { Background = s_rows }.Values(model, s_one),
            model => new PermutationShap<Applicant> { Background = s_rows }.Explain(model, s_one),
            model => new TreeShap<Applicant> { Background = s_rows }.Explain(model, s_one),
            model => new RandomExplainer<Applicant> { Background = s_rows }.Explain(model, s_one),
            model => new Maple<Applicant> { Background = s_rows }.Fit(model),
            model => new GlobalSurrogate<Applicant> { Background = s_rows }.Fit(model),
        ];
        Assert.All(uses, use => Assert.Equal("model", Assert.Throws<ArgumentNullException>(() => use(null!)).ParamName));
    }

    [Fact]
    public void A_background_that_is_null()
    {
        (string Name, Func<object> Use)[] uses =
        [
            ("the binned neighborhood", () => new Lime<Applicant> { Neighborhood = new BinnedNeighborhood<Applicant> { Background = null! } }.Explain(s_model, s_one)),
            ("the KDE neighborhood", () => new Lime<Applicant> { Neighborhood = new KdeNeighborhood<Applicant> { Background = null! } }.Explain(s_model, s_one)),
            ("the random explainer", () => new RandomExplainer<Applicant> { Background = null! }.Explain(s_model, s_one)),
            ("the trivial explainer", () => new TrivialExplainer<Applicant> { Background = null! }.Explain(s_model, s_one)),
            ("MAPLE", () => new Maple<Applicant> { Background = null! }.Fit(s_model)),
            ("the global surrogate", () => new GlobalSurrogate<Applicant> { Background = null! }.Fit(s_model)),
        ];
        Assert.All(uses, use => Assert.Equal($"Background of {use.Name} is not given; it must be rows of Applicant.", Assert.Throws<InvalidOptionException>(use.Use).Message));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(-1)]
    public void A_row_that_is_not_there(int row) =>
        Assert.Equal($"Row {row} was selected; the 20 rows of Applicant are 0 to 19.", Assert.Throws<InvalidOptionException>(() => s_rows.Select([0, row])).Message);

    [Fact]
    public void A_label_by_its_number_or_display_name() => Assert.EndsWith(
        "Repaid is \"1\"; it must be one of Yes, No: the names that Answer has in code, not display names or numbers.",
        CsvText.Refusal<Applicant>("Age,Score,Share,Group,Repaid\n30,1,1,North,1", new CsvOptions { Target = "Repaid" }.Labels<Answer>()));

    [FeatureRecord]
    public sealed partial record Applicant(
        [Numeric(18, 100)] int Age,
        [Numeric(0, 10), Protected] double Score,
        [Numeric(0, 1), Protected] decimal Share,
        [Protected] Group Group);
}
