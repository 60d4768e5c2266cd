using Microsoft.CodeAnalysis.Diagnostics;
using TypedExplain.Analyzers.Unions;

namespace TypedExplain.Generators.Tests.Usage.Unions;

/// <summary>The compiler's "not exhaustive" is taken back where all cases have an arm, and nowhere else.</summary>
public class CompleteSwitchTests
{
    [Theory]
    [InlineData("Certified<Loan> ok => 1, BestEffort<Loan> poor => 2, Refused<Loan> no => 3")]
    [InlineData("Certified<Loan> => 1, BestEffort<Loan> => 2, Refused<Loan> => 3")]
    [InlineData("Refused<Loan> no when no.Queries > 3 => 4, Refused<Loan> => 3, Certified<Loan> => 1, BestEffort<Loan> => 2")]
    [InlineData("{ Queries: 0 } => 0, Refused<Loan> => 3, Certified<Loan> => 1, BestEffort<Loan> => 2")]
    [InlineData("Certified<Loan> { Explanation: var why } => why.Attribution.Age, BestEffort<Loan> { Missed: _, Explanation: { } why } => -why.Attribution.Age, Refused<Loan> { Reason: string reason } => reason.Length")]
    [InlineData("(Certified<Loan>) => 1, BestEffort<Loan> or Refused<Loan> => 2")]
    [InlineData("Certified<Loan> => 1, not Certified<Loan> and not Refused<Loan> => 2, Refused<Loan> and { } no => 3")]
    [InlineData("var o when o.Queries > 9 => 9, Certified<Loan> => 1, BestEffort<Loan> => 2, Refused<Loan> => 3")]
    [InlineData("Certified<Loan> when true => 1, BestEffort<Loan> => 2, Refused<Loan> => 3")]
    public void All_cases(string arms) => Assert.Empty(Said(arms));

    [Theory]
    [InlineData("Certified<Loan> => 1, BestEffort<Loan> => 2, Refused<Loan> no when no.Queries > 3 => 3", "CS8509")]
    [InlineData("Certified<Loan> => 1, BestEffort<Loan> => 2, Refused<Loan> { Queries: > 3 } => 3", "CS8509")]
    [InlineData("Certified<Loan> { Explanation.Prediction: 0 } => 1, BestEffort<Loan> => 2, Refused<Loan> => 3", "CS8509")]
    [InlineData("Certified<Loan> => 1, BestEffort<Loan> => 2, Refused<Loan> and { Queries: 1 } => 3", "CS8509")]
    [InlineData("Certified<Loan> => 1, BestEffort<Loan> => 2, Refused<Loan> and not { Queries: 1 } => 3", "CS8509")]
    [InlineData("Certified<Loan> => 1, BestEffort<Loan> => 2, Refused<Loan> { Reason: null } => 3", "CS8509")]
    [InlineData("Certified<Loan> => 1, BestEffort<Loan> => 2", "CS8509", "TEX0220")]
    public void Not_all(string arms, params string[] ids) => Assert.Equal(ids, Said(arms));

    [Fact]
    public void Null_is_a_case_where_it_may_come()
    {
        const string cases = "Certified<Loan> => 1, BestEffort<Loan> => 2, Refused<Loan> => 3";

        Assert.Equal(["CS8509"], Said(cases, "Outcome<Loan>?"));
        Assert.Empty(Said(cases + ", null => 4", "Outcome<Loan>?"));
        Assert.Empty(Said("null or Refused<Loan> => 3, Certified<Loan> => 1, BestEffort<Loan> => 2", "Outcome<Loan>?"));
    }

    [Fact]
    public void Any_record_and_warnings_as_errors()
    {
        const string code = "static class User { static int Of<T>(Outcome<T> outcome) where T : IFeatureRecord<T> => outcome switch { Certified<T> => 1, BestEffort<T> => 2, Refused<T> => 3 }; }";
        Compilation strict = Compiler.Compile([Compiler.Parse("using TypedExplain; " + code)]);

        Assert.Empty(Ids(strict.WithOptions(strict.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Error))));
    }

    [Fact]
    public void Other_types_are_left_alone()
    {
        const string code = """
            abstract class Shape; sealed class Circle : Shape; sealed class Square : Shape;
            static class User
            {
                static int Of(Shape shape) => shape switch { Circle => 1, Square => 2 };
                static int Of<T>(object o) where T : IFeatureRecord<T> => o switch { Certified<T> => 1, BestEffort<T> => 2, Refused<T> => 3 };
                static int Of(bool? flag) => flag switch { true => 1 };
            }
            """;
        Assert.Equal(["CS8509", "CS8509", "CS8509"], Ids(Compiler.Compile([Compiler.Parse("using TypedExplain; " + code)])));
    }

    private static string[] Said(string arms, string type = "Outcome<Loan>") => Ids(Generation.Of(
        "using TypedExplain; [FeatureRecord] partial record Loan(int Age, double Income); " +
        $"static class User {{ static double Of({type} outcome) => outcome switch {{ {arms} }}; }}").Output);

    private static string[] Ids(Compilation compilation)
    {
        Assert.DoesNotContain(compilation.GetDiagnostics(), complaint => complaint is { DefaultSeverity: DiagnosticSeverity.Error });
        Diagnostic[] all = [.. compilation.WithAnalyzers([.. Analysis.Analyzers, new CompleteSwitch()]).GetAllDiagnosticsAsync().GetAwaiter().GetResult()];
        return [.. all.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Location.SourceTree?.FilePath == "User.cs").Select(diagnostic => diagnostic.Id).Order(StringComparer.Ordinal)];
    }
}
