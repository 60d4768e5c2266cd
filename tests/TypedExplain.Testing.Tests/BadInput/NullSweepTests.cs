using TypedExplain.Testing.Tests.Support;
using TypedExplain.Tests.Support;
using Xunit.Abstractions;

namespace TypedExplain.Testing.Tests.BadInput;

/// <summary>Null where a reference is wanted is refused by name, at every constructor and method of the package.</summary>
public class NullSweepTests(ITestOutputHelper output)
{
    private static readonly NullSweep s_sweep = new(
        typeof(ExplanationAssert).Assembly,
        typeof(Borrower),
        [new ModelDiffOptions<Borrower>(), ModelDiff<Borrower>.Of(Borrowers.ByIncome, Borrowers.ByDebt, Borrowers.Few, Borrowers.Shap)],
        typeof(FailedInstance));

    public static TheoryData<string> Members => [.. s_sweep.Members.Keys];

    [Theory]
    [MemberData(nameof(Members))]
    public void Is_refused_by_name(string member) => Assert.Null(s_sweep.Wrong(member));

    [Fact]
    public void In_one_line() => s_sweep.Report("testing", output.WriteLine);
}
