using static TypedExplain.CodeFixes.Tests.Support.FixAssert;

namespace TypedExplain.CodeFixes.Tests;

/// <summary>TEX0121: what is added has to be filled in.</summary>
public class AddReasonTests
{
    [Theory]
    [InlineData("int Age", "[Reason(\"\", \"\")] int Age")]
    [InlineData("[Immutable] int Age", "[Immutable] [Reason(\"\", \"\")] int Age")]
    [InlineData("[Reason(\"A\", \"Age\")] int? Age", "[Reason(\"A\", \"Age\")] [Reason(\"\", \"\", When = Adverse.Missing)] int? Age")]
    [InlineData("[Reason(\"A\", \"Age\", When = Adverse.Missing)] int? Age", "[Reason(\"A\", \"Age\", When = Adverse.Missing)] [Reason(\"\", \"\", When = Adverse.Any)] int? Age")]
    [InlineData("[Categories(\"a\", \"b\\\"\", \"c\"), Reason(\"A\", \"Age\", For = [\"c\"])] string Age", "[Categories(\"a\", \"b\\\"\", \"c\"), Reason(\"A\", \"Age\", For = [\"c\"])] [Reason(\"\", \"\", For = [\"a\", \"b\\\"\"])] string Age")]
    [InlineData("[Reason(\"A\", \"Age\", For = [\"Utc\"])] DateTimeKind Age", "[Reason(\"A\", \"Age\", For = [\"Utc\"])] [Reason(\"\", \"\", For = [nameof(DateTimeKind.Unspecified), nameof(DateTimeKind.Local)])] DateTimeKind Age")]
    public Task A_reason(string failing, string @fixed) => LeavesAsync<AddReason>("TEX0121", "Add [Reason]", Loan(failing), Loan(@fixed), "TEX0126");

    [Fact]
    public Task A_property() => LeavesAsync<AddReason>(
        "TEX0121",
        "Add [Reason]",
        Loan("bool Flag").Replace("bool Flag);", "[NoReason(\"never\")] bool Flag)\n{\n    /// <summary>Years.</summary>\n    public int Age { get; init; }\n}"),
        Loan("bool Flag").Replace("bool Flag);", "[NoReason(\"never\")] bool Flag)\n{\n    /// <summary>Years.</summary>\n    [Reason(\"\", \"\")]\n    public int Age { get; init; }\n}"),
        "TEX0126");

    [Theory]
    [InlineData("int Age", "[NoReason(\"\")] int Age")]
    [InlineData("[Immutable]\n    int? Age", "[Immutable]\n    [NoReason(\"\")]\n    int? Age")]
    public Task None(string failing, string @fixed) => LeavesAsync<AddNoReason>("TEX0121", "Add [NoReason]", Loan(failing), Loan(@fixed), "TEX0126");

    [Fact]
    public Task None_where_there_is_one() => OffersNothingAsync<AddNoReason>("TEX0121", Loan("[Reason(\"A\", \"Age\")] int? Age"));

    [Fact]
    public async Task Nothing_for_a_record_inside()
    {
        string source = "[FeatureRecord] partial record Inside(int One); " + Loan("Inside Inside");
        await OffersNothingAsync<AddReason>("TEX0121", source);
        await OffersNothingAsync<AddNoReason>("TEX0121", source);
    }

    private static string Loan(string parameter) => $"[FeatureRecord] partial record Loan([Reason(\"I\", \"Income\")] double Income, {parameter});";
}
