using static TypedExplain.Generators.Tests.Usage.UsageAssert;

namespace TypedExplain.Generators.Tests.Usage.Unions;

/// <summary>TEX0222.</summary>
public class PresumedCaseTests
{
    private const string Setup = "Certifier<Loan> certifier = new() { Explainer = new Lime<Loan>() }; Outcome<Loan> outcome = certifier.Explain(model, loan); List<Outcome<Loan>> outcomes = [outcome];\n";

    [Theory]
    [InlineData("double age = ([|(Certified<Loan>)certifier.Explain(model, loan)|]).Explanation.Attribution.Age;", "Certified", "BestEffort", "Refused")]
    [InlineData("Certified<Loan> certified = [|(Certified<Loan>)outcome|];", "Certified", "BestEffort", "Refused")]
    [InlineData("var why = ([|outcome as Certified<Loan>|])!.Explanation;", "Certified", "BestEffort", "Refused")]
    [InlineData("var why = ([|outcome as BestEffort<Loan>|]).Missed;", "BestEffort", "Certified", "Refused")]
    [InlineData("var certified = [|outcome as Certified<Loan>|]; Console.WriteLine(certified.Explanation);", "Certified", "BestEffort", "Refused")]
    [InlineData("Console.WriteLine(outcome is Certified<Loan> ok ? ok.Explanation : ([|(BestEffort<Loan>)outcome|]).Explanation);", "BestEffort", "Certified", "Refused")]
    [InlineData("var all = outcomes.[|Cast<Certified<Loan>>|]().ToList();", "Certified", "BestEffort", "Refused")]
    [InlineData("var all = outcomes.Select(each => [|(Certified<Loan>)each|]).ToList();", "Certified", "BestEffort", "Refused")]
    public void Cast(string failing, string wanted, string other, string another)
    {
        string place = failing[(failing.IndexOf("[|", StringComparison.Ordinal) + 2)..failing.IndexOf("|]", StringComparison.Ordinal)];
        Finds(
            "TEX0222",
            Setup + failing,
            $"'{place}' presumes the case '{wanted}<Loan>', and it may be '{other}<Loan>' or '{another}<Loan>'; look which one it is with 'is' or 'switch'",
            Setup + "if (outcome is Certified<Loan> ok) Console.WriteLine(ok.Explanation);");
    }

    [Theory]
    [InlineData("if (outcome is Certified<Loan>) Console.WriteLine(((Certified<Loan>)outcome).Explanation);")]
    [InlineData("if (outcome is BestEffort<Loan> or Refused<Loan>) return; Console.WriteLine(((Certified<Loan>)outcome).Explanation);")]
    [InlineData("if (outcome is not Certified<Loan>) throw new Exception(); Console.WriteLine(((Certified<Loan>)outcome).Explanation);")]
    [InlineData("if (outcome.GetType() == typeof(Certified<Loan>)) Console.WriteLine(((Certified<Loan>)outcome).Explanation);")]
    [InlineData("switch (outcome) { case Certified<Loan>: Console.WriteLine(((Certified<Loan>)outcome).Explanation); break; default: break; }")]
    [InlineData("var certified = outcome as Certified<Loan>; if (certified != null) Console.WriteLine(certified.Explanation);")]
    [InlineData("Console.WriteLine((outcome as Certified<Loan>)?.Explanation);")]
    [InlineData("Console.WriteLine(outcome as Certified<Loan> ?? throw new Exception());")]
    [InlineData("IsType<Certified<Loan>>(outcome); Console.WriteLine(((Certified<Loan>)outcome).Explanation); static void IsType<T>(object o) { }")]
    [InlineData("var all = outcomes.OfType<Certified<Loan>>().ToList(); var same = outcomes.Cast<Outcome<Loan>>().Cast<object>().ToList();")]
    [InlineData("object anything = (object)outcome; var back = (Outcome<Loan>)anything; var direct = (Certified<Loan>)anything;")]
    public void Looked_at_or_upwards(string right) => IsFine(Setup + right);
}
