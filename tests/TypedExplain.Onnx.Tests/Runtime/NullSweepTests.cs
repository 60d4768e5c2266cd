using TypedExplain.Tests.Support;
using Xunit.Abstractions;

namespace TypedExplain.Onnx.Tests.Runtime;

/// <summary>Null where a reference is wanted is refused by name, at every constructor and method of the package.</summary>
public class NullSweepTests(ITestOutputHelper output)
{
    private static readonly NullSweep s_sweep = new(typeof(OnnxOptions<>).Assembly, typeof(NullLoan), [new OnnxOptions<NullLoan>()]);

    public static TheoryData<string> Members => [.. s_sweep.Members.Keys];

    [Theory]
    [MemberData(nameof(Members))]
    public void Is_refused_by_name(string member) => Assert.Null(s_sweep.Wrong(member));

    [Fact]
    public void In_one_line() => s_sweep.Report("ONNX", output.WriteLine);
}

/// <summary>A record of numbers.</summary>
[FeatureRecord]
public partial record NullLoan(double Income, double Debt);
