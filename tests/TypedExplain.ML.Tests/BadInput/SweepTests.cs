using TypedExplain.ML.Tests.Support;
using TypedExplain.Tests.Support;
using Xunit.Abstractions;

namespace TypedExplain.ML.Tests.BadInput;

/// <summary>Null where a reference is wanted is refused by name, at every constructor and method of the package; odd options too.</summary>
public class SweepTests(ITestOutputHelper output)
{
    private static readonly NullSweep s_sweep = new(
        typeof(ForestLink).Assembly,
        typeof(Loan),
        [
            new TreeFileOptions<Loan>(),
            new MLModelOptions<Loan>(),
            XGBoostForest<Loan>.Load(ModelFiles.Path("xgboost-binary.json")),
            MLModel<Loan>.Of(MLNet.Pipelines.Train("fasttree regression"), MLNet.Pipelines.Data.Schema),
        ]);

    public static TheoryData<string> Members => [.. s_sweep.Members.Keys];

    [Theory]
    [MemberData(nameof(Members))]
    public void Null_is_refused_by_name(string member) => Assert.Null(s_sweep.Wrong(member));

    [Fact]
    public void In_one_line() => s_sweep.Report("ML", output.WriteLine);

    [Fact]
    public void Odd_options_of_files_are_refused_by_name() => Sweep(
        static () => new TreeFileOptions<Loan>(),
        static (options, cancellation) => XGBoostForest<Loan>.Load(ModelFiles.Path("xgboost-softprob.json"), (TreeFileOptions<Loan>)options));

    [Fact]
    public void Odd_options_of_pipelines_are_refused_by_name() => Sweep(
        static () => new MLModelOptions<Loan>(),
        static (options, cancellation) => MLModel<Loan>.Of(Pipeline.Value, MLNet.Pipelines.Data.Schema, (MLModelOptions<Loan>)options));

    private static Lazy<Microsoft.ML.ITransformer> Pipeline { get; } = new(() => MLNet.Pipelines.Train("fasttree binary"));

    private void Sweep(Func<object> make, Action<object, CancellationToken> use)
    {
        (string line, IReadOnlyList<string> wrong) = OddOptions.Sweep(make, use);
        output.WriteLine(line);
        Assert.True(wrong.Count == 0, $"{line}\n{string.Join('\n', wrong)}");
    }
}
