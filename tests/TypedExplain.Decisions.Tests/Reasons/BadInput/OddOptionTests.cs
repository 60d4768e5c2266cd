using TypedExplain.Decisions.Tests.Reasons.Support;
using TypedExplain.Tests.Support;
using Xunit.Abstractions;

namespace TypedExplain.Decisions.Tests.Reasons.BadInput;

/// <summary>Whatever an option is set to, a statement is made, refused for a cause, or the option is refused by name.</summary>
public class OddOptionTests(ITestOutputHelper output)
{
    public static IEnumerable<object[]> Options { get; } =
        from type in (Type[])[typeof(PrincipalReasons<Applicant>), typeof(ReasonReportOptions<Applicant>)]
        from option in RangedOptions.Of(type)
        select new object[] { type, option.Name };

    [Theory]
    [InlineData(typeof(PrincipalReasons<Applicant>))]
    [InlineData(typeof(ReasonReportOptions<Applicant>))]
    public void Odd_options_are_refused_by_name(Type type)
    {
        (string line, IReadOnlyList<string> wrong) = OddOptions.Sweep(() => Make(type), Use);

        output.WriteLine(line);
        Assert.True(wrong.Count == 0, $"{line}\n{string.Join('\n', wrong)}");
    }

    /// <summary>What an option states with <c>[OptionRange]</c>, which the compiler checks, is what the running program refuses.</summary>
    [Theory]
    [MemberData(nameof(Options))]
    public void The_stated_range_is_what_is_refused(Type type, string option) =>
        RangedOptions.Agree(type.GetProperty(option)!, () => Make(type), options => Use(options, CancellationToken.None));

    private static object Make(Type type) => type == typeof(ReasonReportOptions<Applicant>)
        ? new ReasonReportOptions<Applicant> { Resamples = 0, Steps = false }
        : Applicants.AgainstAll with { Cutoff = 700 };

    private static void Use(object options, CancellationToken cancellation)
    {
        if (options is ReasonReportOptions<Applicant> report)
            _ = ReasonReport<Applicant>.Of(Applicants.AgainstAll, Applicants.Linear(income: 1), [Applicants.Poor], report, cancellation).ToString();
        else
            _ = ((PrincipalReasons<Applicant>)options).State(Applicants.Score, Applicants.Poor, cancellation).ToJson();
    }
}
