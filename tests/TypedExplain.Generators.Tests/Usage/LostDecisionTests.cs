using TypedExplain.Generators.Tests.Zoo;

namespace TypedExplain.Generators.Tests.Usage;

/// <summary>TEX0202 for the package for decisions.</summary>
public class LostDecisionTests
{
    private const string Receipt = "a receipt, which signing leaves as it is and gives a signed one";

    private static readonly MetadataReference s_package = Compiler.Compile([Compiler.Parse(Sources.Decisions, "Decisions.cs")]).WithAssemblyName("TypedExplain.Decisions").ToMetadataReference();

    [Theory]
    [InlineData("reasons.[|State|](model, loan);", "State", "what a person can be told about a decision, which may be a refusal")]
    [InlineData("reasons.[|StateMany|](model, [loan]);", "StateMany", "what became of many instances, and those that could not be explained")]
    [InlineData("recourse.[|Find|](model, loan);", "Find", "what became of the search for recourse, which may be that there is none")]
    [InlineData("await recourse.[|FindAsync|](model, loan);", "FindAsync", "what became of the search for recourse, which may be that there is none")]
    [InlineData("recourse.[|Plan|](model, loan);", "Plan", "what a search for recourse can go through")]
    [InlineData("recourse.[|Responsiveness|](model, loan);", "Responsiveness", "how the answer responds to changes of one feature")]
    [InlineData("recourse.[|Audit|](model);", "Audit", "who of many people has recourse")]
    [InlineData("ReasonReport<Loan>.[|Of|](reasons, model);", "Of", "a report on reasons")]
    [InlineData("action.[|ShareHeldBy|](model);", "ShareHeldBy", "the share of models that hold the action")]
    [InlineData("Receipt.[|Of|](recourse.Find(model, loan), model);", "Of", Receipt)]
    [InlineData("Receipt.[|Of|](reasons.State(model, loan), model);", "Of", Receipt)]
    [InlineData("Receipt.Of(recourse.Find(model, loan), model).[|Replay|](model, recourse);", "Replay", "whether the result came out the same")]
    [InlineData("receipt.[|ReadRecourse|]();", "ReadRecourse", "what became of the search for recourse, which may be that there is none")]
    [InlineData("[|Own|](); RecourseOutcome<Loan> Own() => recourse.Find(model, loan);", "Own", "what became of the search for recourse, which may be that there is none")]
    public void Thrown_away(string failing, string method, string words)
    {
        Marked marked = Marked.Parse(Program(failing));
        Diagnostic found = Assert.Single(Analyze(marked.Source));

        Assert.Equal("TEX0202", found.Id);
        Assert.Equal(marked.Span, found.Location.SourceSpan);
        Assert.Equal($"What '{method}' returns is thrown away: {words}; use it, or discard it with '_ ='", found.GetMessage());
    }

    [Theory]
    [InlineData("_ = recourse.Find(model, loan);")]
    [InlineData("Console.WriteLine(reasons.State(model, loan));")]
    [InlineData("Receipt<Loan> kept = Receipt.Of(recourse.Find(model, loan), model);")]
    public void Not_thrown_away(string right) => Assert.Empty(Analyze(Program(right)));

    private static string Program(string statements) => $$"""
        using System;
        using System.Threading.Tasks;
        using TypedExplain;
        using TypedExplain.Decisions;

        [FeatureRecord] public sealed partial record Loan([Numeric(18, 100)] int Age);

        public static class User
        {
            public static async Task Run(PrincipalReasons<Loan> reasons, Recourse<Loan> recourse, RecourseAction<Loan> action, Receipt<Loan> receipt, IModel<Loan> model, Loan loan)
            {
                {{statements}}
                await Task.Yield();
            }
        }
        """;

    private static Diagnostic[] Analyze(string source)
    {
        Generation generation = Generation.Of([Compiler.Parse(source)], [], [s_package]);
        Assert.Empty(generation.Output.GetDiagnostics().Where(complaint => complaint.Severity == DiagnosticSeverity.Error));
        return Analysis.Of(generation.Output);
    }
}
