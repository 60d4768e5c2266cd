using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TypedExplain.Hosting.Tests.App;
using TypedExplain.Tests.Support;
using Xunit.Abstractions;

namespace TypedExplain.Hosting.Tests.BadInput;

/// <summary>Null where a reference is wanted is refused by name, at every constructor and method of the package.</summary>
public class SweepTests(ITestOutputHelper output)
{
    private static readonly NullSweep s_sweep = new(
        typeof(TypedExplainBuilder).Assembly,
        typeof(Applicant),
        [
            new ServiceCollection(),
            new ServiceCollection().AddTypedExplain(),
            new ServiceCollection().AddTypedExplain().AddExplainer<Applicant>(),
            Applicants.Denied,
            new ServiceCollection().AddTypedExplain().AddModel(_ => Applicants.Model).AddExplainer<Applicant>().Services.BuildServiceProvider().GetRequiredService<DecisionPages<Applicant>>(),
            new ConfigurationManager().GetSection("Explain"),
        ]);

    public static TheoryData<string> Members => [.. s_sweep.Members.Keys];

    [Theory]
    [MemberData(nameof(Members))]
    public void Null_is_refused_by_name(string member) => Assert.Null(s_sweep.Wrong(member));

    [Fact]
    public void In_one_line() => s_sweep.Report("hosting", output.WriteLine);
}
