using static TypedExplain.Generators.Tests.Usage.UsageAssert;

namespace TypedExplain.Generators.Tests.Usage.Unions;

/// <summary>TEX0221.</summary>
public class SharedArmTests
{
    private const string Outcome = "Outcome<Loan> outcome = new Certifier<Loan> { Explainer = new Lime<Loan>() }.Explain(model, loan);\n";

    [Theory]
    [InlineData("Certified<Loan> ok => ok.Explanation, [|BestEffort<Loan> poor|] => poor.Explanation, _ => throw new InvalidOperationException()")]
    [InlineData("Certified<Loan> { Explanation: var e } => e, [|BestEffort<Loan> { Explanation: var e }|] => e, Refused<Loan> => null")]
    [InlineData("Certified<Loan> ok => (object)ok.Explanation.Attribution.Age, [|BestEffort<Loan> ok|] => (object)ok.Explanation.Attribution.Age, Refused<Loan> => 0.0")]
    [InlineData("Certified<Loan> or [|BestEffort<Loan>|] => \"explained\", Refused<Loan> no => no.Reason")]
    [InlineData("[|BestEffort<Loan>|] or Certified<Loan> => true, Refused<Loan> no => false")]
    [InlineData("Refused<Loan> => \"refused\", [|not Refused<Loan>|] => \"explained\"")]
    [InlineData("Refused<Loan> => \"refused\", [|_|] => \"explained\"")]
    [InlineData("Certified<Loan> => 1, [|BestEffort<Loan>|] => 1, Refused<Loan> => 0")]
    public void Expression(string arms)
    {
        string place = arms[(arms.IndexOf("[|", StringComparison.Ordinal) + 2)..arms.IndexOf("|]", StringComparison.Ordinal)];
        Finds(
            "TEX0221",
            Outcome + $"object? answer = outcome switch {{ {arms} }};",
            $"'{place}' answers 'BestEffort<Loan>' as 'Certified<Loan>' is answered, although it falls short of it; give it an answer of its own",
            Outcome + "object? answer = outcome switch { Certified<Loan> ok => ok.Explanation, BestEffort<Loan> poor => poor.Missed, Refused<Loan> => null };");
    }

    [Theory]
    [InlineData("case Certified<Loan>: case [|BestEffort<Loan>|]: Console.WriteLine(\"explained\"); break; case Refused<Loan>: break;")]
    [InlineData("case Certified<Loan> ok: Console.WriteLine(ok.Explanation); break; case [|BestEffort<Loan> poor|]: Console.WriteLine(poor.Explanation); break; default: break;")]
    [InlineData("case Refused<Loan>: break; [|default:|] Console.WriteLine(\"explained\"); break;")]
    public void Statement(string sections)
    {
        string place = sections[(sections.IndexOf("[|", StringComparison.Ordinal) + 2)..sections.IndexOf("|]", StringComparison.Ordinal)];
        Finds(
            "TEX0221",
            Outcome + $"switch (outcome) {{ {sections} }}",
            $"'{place}' answers 'BestEffort<Loan>' as 'Certified<Loan>' is answered, although it falls short of it; give it an answer of its own",
            Outcome + "switch (outcome) { case Certified<Loan> ok: Console.WriteLine(ok.Explanation); break; default: break; }");
    }

    [Theory]
    [InlineData("outcome switch { Certified<Loan> ok => ok.ToString(), BestEffort<Loan> poor => poor.ToString(), Refused<Loan> no => no.ToString() }")]
    [InlineData("outcome switch { Certified<Loan> ok => Show(ok), BestEffort<Loan> ok => Show(ok), Refused<Loan> no => no.Reason }")]
    [InlineData("outcome switch { Certified<Loan> ok => ok.Explanation.ToString(), BestEffort<Loan> poor => $\"{poor.Explanation} but {poor.Missed[0]}\", Refused<Loan> no => no.Reason }")]
    [InlineData("outcome switch { Refused<Loan> no => no.Reason, _ => null }")]
    [InlineData("outcome switch { Refused<Loan> no => no.Reason, _ => throw new InvalidOperationException() }")]
    [InlineData("outcome switch { Refused<Loan> no => no.Reason, _ => outcome.ToString() }")]
    [InlineData("outcome switch { Refused<Loan> no => no.Reason, var other => other.ToString() }")]
    [InlineData("outcome switch { Certified<Loan> => \"relied on\", _ => \"not relied on\" }")]
    [InlineData("outcome switch { Certified<Loan> => \"relied on\", BestEffort<Loan> or Refused<Loan> => \"not relied on\" }")]
    [InlineData("outcome switch { Certified<Loan> => throw new Exception(), BestEffort<Loan> => throw new Exception(), Refused<Loan> no => no.Reason }")]
    [InlineData("outcome switch { BestEffort<Loan> { Missed.Length: 1 } => \"nearly\", Certified<Loan> => \"yes\", _ => \"no\" }")]
    public void Answers_of_their_own(string value) => IsFineMember($"static string? Of(Outcome<Loan> outcome) => {value}; static string Show(object ok) => ok.ToString()!;");
}
