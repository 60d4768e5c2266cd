using System.Reflection;
using TypedExplain.Decisions.Tests.Reasons.Support;
using TypedExplain.Tests.Support;
using Xunit.Abstractions;

namespace TypedExplain.Decisions.Tests.Reasons.BadInput;

/// <summary>Whatever an option is set to, a statement is made, refused for a cause, or the option is refused by name.</summary>
public class OddOptionTests(ITestOutputHelper output)
{
    public static TheoryData<string> Options { get; } = [.. RangedOptions.Of(typeof(PrincipalReasons<Applicant>)).Select(option => option.Name)];

    [Fact]
    public void Odd_options_are_refused_by_name()
    {
        (string line, IReadOnlyList<string> wrong) = OddOptions.Sweep(Make, Use);

        output.WriteLine(line);
        Assert.True(wrong.Count == 0, $"{line}\n{string.Join('\n', wrong)}");
    }

    /// <summary>What an option states with <c>[OptionRange]</c>, which the compiler checks, is what the running program refuses.</summary>
    [Theory]
    [MemberData(nameof(Options))]
    public void The_stated_range_is_what_is_refused(string option) =>
        RangedOptions.Agree(typeof(PrincipalReasons<Applicant>).GetProperty(option)!, Make, options => Use(options, CancellationToken.None));

    private static object Make() => Applicants.AgainstAll with { Cutoff = 700 };

    private static void Use(object options, CancellationToken cancellation) =>
        _ = ((PrincipalReasons<Applicant>)options).State(Applicants.Score, Applicants.Poor, cancellation).ToJson();
}
