using TypedExplain.Tests.Support;
using Xunit.Abstractions;

namespace TypedExplain.Orleans.Tests.BadInput;

/// <summary>Null where a reference is wanted is refused by name, at every constructor and method of the package. What Orleans generates is not ours.</summary>
public class SweepTests(ITestOutputHelper output)
{
    private static readonly NullSweep s_sweep = new(
        typeof(IExplanationJobGrain).Assembly,
        typeof(Client),
        [new RegistrationTests.Silo()],
        [typeof(BudgetBlock), typeof(BudgetUse), typeof(FailedShard), typeof(GrainRecordFault), typeof(ShardLease), .. typeof(IExplanationJobGrain).Assembly.GetExportedTypes().Where(type => type.Namespace!.StartsWith("OrleansCodeGen", StringComparison.Ordinal))]);

    public static TheoryData<string> Members => [.. s_sweep.Members.Keys];

    [Theory]
    [MemberData(nameof(Members))]
    public void Null_is_refused_by_name(string member) => Assert.Null(s_sweep.Wrong(member));

    [Fact]
    public void In_one_line() => s_sweep.Report("orleans", output.WriteLine);
}
