using static TypedExplain.CodeFixes.Tests.Support.FixAssert;

namespace TypedExplain.CodeFixes.Tests;

/// <summary>TEX0001.</summary>
public class AddPartialTests
{
    [Theory]
    [InlineData("public sealed record Loan(int Age);", "public sealed partial record Loan(int Age);")]
    [InlineData("readonly record struct Loan(int Age);", "readonly partial record struct Loan(int Age);")]
    [InlineData("class Loan { public int Age { get; set; } }", "partial class Loan { public int Age { get; set; } }")]
    [InlineData("public /* one row */ struct  Loan { public int Age { get; set; } }", "public /* one row */ partial struct  Loan { public int Age { get; set; } }")]
    public Task One_type(string failing, string @fixed) =>
        FixesAsync<AddPartial>("TEX0001", "Make 'Loan' partial", $"[FeatureRecord] {failing}", $"[FeatureRecord] {@fixed}");

    [Fact]
    public Task Comments_stay_where_they_are() => FixesAsync<AddPartial>(
        "TEX0001",
        "Make 'Loan' partial",
        "/// <summary>One row.</summary>\n[FeatureRecord] // of the bank\n// Nobody derives from it.\nrecord Loan(int Age);\n",
        "/// <summary>One row.</summary>\n[FeatureRecord] // of the bank\n// Nobody derives from it.\npartial record Loan(int Age);\n");

    [Fact]
    public Task The_types_around_it() => FixesAsync<AddPartial>(
        "TEX0001",
        "Make 'Bank' and 'Loan' partial",
        "class Bank { internal partial interface IDesk { [FeatureRecord] public record Loan(int Age); } }",
        "partial class Bank { internal partial interface IDesk { [FeatureRecord] public partial record Loan(int Age); } }");

    [Fact]
    public Task Only_a_type_around_it() => FixesAsync<AddPartial>(
        "TEX0001",
        "Make 'Bank' partial",
        "static class Bank { [FeatureRecord] internal partial record Loan(int Age); }",
        "static partial class Bank { [FeatureRecord] internal partial record Loan(int Age); }");

    [Fact]
    public Task All_of_two_files() => FixesAllAsync<AddPartial>(
        "TEX0001",
        [
            "class Bank { [FeatureRecord] internal record Loan(int Age); [FeatureRecord] internal record Desk(int Width); }",
            "[FeatureRecord] record House(int Rooms);",
        ],
        [
            "partial class Bank { [FeatureRecord] internal partial record Loan(int Age); [FeatureRecord] internal partial record Desk(int Width); }",
            "[FeatureRecord] partial record House(int Rooms);",
        ]);
}
