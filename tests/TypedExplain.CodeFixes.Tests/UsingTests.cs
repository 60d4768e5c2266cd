using static TypedExplain.CodeFixes.Tests.Support.FixAssert;

namespace TypedExplain.CodeFixes.Tests;

/// <summary>An annotation that is added brings its using directive where it is not there yet.</summary>
public class UsingTests
{
    private const string Failing = "[TypedExplain.FeatureRecord] partial record Loan(int Age, System.Guid Id);\n";
    private const string Fixed = "[TypedExplain.FeatureRecord] partial record Loan(int Age, [NotAFeature] System.Guid Id);\n";

    [Theory]
    [InlineData("", "using TypedExplain;\n\n")]
    [InlineData("// Copyright\n\n", "// Copyright\n\nusing TypedExplain;\n\n")]
    [InlineData("// A loan.\n", "using TypedExplain;\n\n// A loan.\n")]
    [InlineData("#nullable enable\n", "#nullable enable\nusing TypedExplain;\n\n")]
    [InlineData("using System;\n\n", "using System;\nusing TypedExplain;\n\n")]
    [InlineData("using System; // all\nusing Xunit = System;\n", "using System; // all\nusing TypedExplain;\nusing Xunit = System;\n")]
    [InlineData("using System; // all\n", "using System; // all\nusing TypedExplain;\n")]
    [InlineData("using System; ", "using System; using TypedExplain; ")]
    [InlineData("using System;\nusing Zoo;\n\nnamespace Zoo { }\n", "using System;\nusing TypedExplain;\nusing Zoo;\n\nnamespace Zoo { }\n")]
    [InlineData("using System.IO;\nusing static System.Math;\n", "using System.IO;\nusing TypedExplain;\nusing static System.Math;\n")]
    [InlineData("namespace Shop;\n\n", "using TypedExplain;\n\nnamespace Shop;\n\n")]
    [InlineData("namespace Shop;\n\nusing System;\n\n", "namespace Shop;\n\nusing System;\nusing TypedExplain;\n\n")]
    public Task Missing(string failing, string @fixed) => Leaves(failing + Failing, @fixed + Fixed);

    [Theory]
    [InlineData("using TypedExplain;\n")]
    [InlineData("global using TypedExplain;\n")]
    [InlineData("namespace TypedExplain.Shop;\n")]
    public Task There_already(string usings) => Leaves(usings + Failing, usings + Fixed);

    [Fact]
    public Task A_name_that_another_attribute_has() => Leaves(
        "class NotAFeatureAttribute : System.Attribute;\n" + Failing,
        "class NotAFeatureAttribute : System.Attribute;\n" + Fixed.Replace("NotAFeature", "global::TypedExplain.NotAFeature"));

    private static Task Leaves(string failing, string @fixed) => FixesFileAsync<LeaveOut>("TEX0002", "Leave 'Id' out of the features", failing, @fixed);
}
