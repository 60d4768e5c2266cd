using static TypedExplain.CodeFixes.Tests.Support.FixAssert;

namespace TypedExplain.CodeFixes.Tests;

/// <summary>TEX0220.</summary>
public class AddArmsTests
{
    [Theory]
    [InlineData("Certified<Loan> => 1, BestEffort<Loan> => 2", "Certified<Loan> => 1, BestEffort<Loan> => 2, Refused<Loan> => throw new NotImplementedException()")]
    [InlineData("Certified<Loan> => 1,", "Certified<Loan> => 1, BestEffort<Loan> => throw new NotImplementedException(), Refused<Loan> => throw new NotImplementedException()")]
    [InlineData(
        "\n        Certified<Loan> ok => ok.Queries, // good\n        BestEffort<Loan> => 2 // poor\n    ",
        "\n        Certified<Loan> ok => ok.Queries, // good\n        BestEffort<Loan> => 2, // poor\n        Refused<Loan> => throw new NotImplementedException(),\n    ")]
    [InlineData(
        "\n        Certified<Loan> => 1,\n        Refused<Loan> => 2,\n    ",
        "\n        Certified<Loan> => 1,\n        Refused<Loan> => 2,\n        BestEffort<Loan> => throw new NotImplementedException(),\n    ")]
    public Task Expression(string failing, string @fixed) => FixesAsync<AddArms>("TEX0220", "Add the missing arms", Code($"return outcome switch {{{Spaced(failing)}}};"), Code($"return outcome switch {{{Spaced(@fixed)}}};"));

    [Theory]
    [InlineData("case Certified<Loan>: return 1; case BestEffort<Loan>: return 2; ", "case Certified<Loan>: return 1; case BestEffort<Loan>: return 2; case Refused<Loan>: throw new NotImplementedException(); ")]
    [InlineData(
        "\n        case Certified<Loan> ok:\n            return ok.Queries;\n        case Refused<Loan>: // no\n            return 0;\n    ",
        "\n        case Certified<Loan> ok:\n            return ok.Queries;\n        case Refused<Loan>: // no\n            return 0;\n        case BestEffort<Loan>:\n            throw new NotImplementedException();\n    ")]
    public Task Statement(string failing, string @fixed) => FixesAsync<AddArms>("TEX0220", "Add the missing arms", Code($"switch (outcome) {{ {failing}}} return 9;"), Code($"switch (outcome) {{ {@fixed}}} return 9;"));

    [Fact]
    public Task Any_record_and_no_usings() => FixesFileAsync<AddArms>(
        "TEX0220",
        "Add the missing arms",
        "[TypedExplain.FeatureRecord] partial record Loan(int A);\nstatic class User<T> where T : TypedExplain.IFeatureRecord<T> { static int Of(TypedExplain.Outcome<T> outcome) => outcome switch { TypedExplain.Certified<T> => 1, TypedExplain.Refused<T> => 2 }; }",
        "[TypedExplain.FeatureRecord] partial record Loan(int A);\nstatic class User<T> where T : TypedExplain.IFeatureRecord<T> { static int Of(TypedExplain.Outcome<T> outcome) => outcome switch { TypedExplain.Certified<T> => 1, TypedExplain.Refused<T> => 2, TypedExplain.BestEffort<T> => throw new System.NotImplementedException() }; }");

    private static string Spaced(string arms) => arms[0] == '\n' ? arms : $" {arms} ";

    private static string Code(string body) =>
        $"[FeatureRecord] partial record Loan(int Age);\nstatic class User\n{{\n    static int Of(Outcome<Loan> outcome)\n    {{\n    {body}\n    }}\n}}\n";
}
