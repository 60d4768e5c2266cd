using static TypedExplain.Generators.Tests.Usage.UsageAssert;

namespace TypedExplain.Generators.Tests.Usage.Unions;

/// <summary>TEX0220.</summary>
public class MissingCaseTests
{
    private const string Outcome = "Outcome<Loan> outcome = new Certifier<Loan> { Explainer = new Lime<Loan>() }.Explain(model, loan);\n";

    [Theory]
    [InlineData("Certified<Loan> => 1, BestEffort<Loan> => 2", "'Refused<Loan>'")]
    [InlineData("Certified<Loan> ok => 1, Refused<Loan> no => 3", "'BestEffort<Loan>'")]
    [InlineData("Certified<Loan> { Queries: var queries } => queries, null => 0", "'BestEffort<Loan>' and 'Refused<Loan>'")]
    [InlineData("not BestEffort<Loan> and not Certified<Loan> => 1", "'BestEffort<Loan>' and 'Certified<Loan>'")]
    [InlineData("Certified<Loan> => 1, BestEffort<Loan> when outcome.Queries > 3 => 2", "'Refused<Loan>'")]
    public void Expression(string arms, string missing) => Finds(
        "TEX0220",
        Outcome + $"Console.WriteLine(outcome [|switch|] {{ {arms} }});",
        $"The switch over 'outcome' has no arm for {missing}; add one, or '_' (in a statement 'default') if all that is left is the same to you",
        Outcome + "Console.WriteLine(outcome switch { Certified<Loan> => 1, BestEffort<Loan> => 2, Refused<Loan> => 3 });");

    [Theory]
    [InlineData("case Certified<Loan> ok: Console.WriteLine(ok); break; case BestEffort<Loan> poor: break;", "'Refused<Loan>'")]
    [InlineData("case Certified<Loan>: case Refused<Loan>: break;", "'BestEffort<Loan>'")]
    [InlineData("case null: break; case Certified<Loan> when DateTime.Now.Day > 3: break;", "'BestEffort<Loan>' and 'Refused<Loan>'")]
    public void Statement(string sections, string missing) => Finds(
        "TEX0220",
        Outcome + $"[|switch|] (outcome) {{ {sections} }}",
        $"The switch over 'outcome' has no arm for {missing}; add one, or '_' (in a statement 'default') if all that is left is the same to you",
        Outcome + "switch (outcome) { case Certified<Loan> ok: Console.WriteLine(ok); break; default: Console.WriteLine(outcome); break; }");

    [Theory]
    [InlineData("Console.WriteLine(outcome switch { Certified<Loan> ok => ok.Explanation, _ => null });")]
    [InlineData("Console.WriteLine(outcome switch { Certified<Loan> ok => ok.Explanation, BestEffort<Loan> => null, var other => throw new Exception(other.ToString()) });")]
    [InlineData("Console.WriteLine(outcome switch { Certified<Loan> ok => \"yes\", Outcome<Loan> other => $\"no after {other.Queries}\" });")]
    [InlineData("Console.WriteLine(outcome switch { Certified<Loan> ok when ok.Queries > 3 => 1, BestEffort<Loan> => 2, Refused<Loan> => 3, _ => 0 });")]
    [InlineData("if (outcome is Certified<Loan> ok) Console.WriteLine(ok.Explanation);")]
    [InlineData("switch (outcome) { case Refused<Loan> no: throw new Exception(no.Reason); case not Refused<Loan>: break; }")]
    [InlineData("object anything = outcome; switch (anything) { case Certified<Loan>: break; }")]
    public void Handles_all_or_is_no_switch_over_outcomes(string right) => IsFine(Outcome + right);
}
