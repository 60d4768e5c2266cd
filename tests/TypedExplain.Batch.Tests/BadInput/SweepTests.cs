using TypedExplain.Tests.Support;
using Xunit.Abstractions;

namespace TypedExplain.Batch.Tests.BadInput;

/// <summary>Null where a reference is wanted is refused by name, at every constructor and method of the package; odd options too.</summary>
public sealed class SweepTests(ITestOutputHelper output) : IDisposable
{
    private static readonly TemporaryFolder s_shared = new();

    private static readonly ExplanationJob<Client> s_job = Clients.Job(new CsvSource<Client>(s_shared.Write("clients.csv", Clients.Csv(Clients.Many(5)))), s_shared.Of("out"));

    private static readonly NullSweep s_sweep = new(
        typeof(ExplanationProgram).Assembly,
        typeof(Client),
        [s_job, s_job.Source, new JsonLinesSource<Client>(s_shared.Path), new CsvFormat(), new JsonLinesFormat(), new ParquetFormat(), new ArrowFormat(), new ParquetSource<Client>(s_shared.Path), new ArrowSource<Client>(s_shared.Path), new QueryShard("all", "SELECT 1 ORDER BY 1"), ExplanationProgram.For(Clients.Model, Clients.Explainer)]);

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Members => [.. s_sweep.Members.Keys];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Members))]
    public void Null_is_refused_by_name(string member) => Assert.Null(s_sweep.Wrong(member));

    [Fact]
    public void In_one_line() => s_sweep.Report("batch", output.WriteLine);

    [Fact]
    public void Odd_options_of_jobs_are_refused_by_name()
    {
        string rows = _folder.Write("clients.csv", Clients.Csv(Clients.Many(5)));
        int number = 0;
        (string line, IReadOnlyList<string> wrong) = OddOptions.Sweep(
            () => Clients.Job(new CsvSource<Client>(rows), _folder.Of($"out{number++}")),
            (options, cancellation) => ((ExplanationJob<Client>)options).RunAsync(cancellation: cancellation).AsTask().GetAwaiter().GetResult().ToString());
        output.WriteLine(line);
        Assert.True(wrong.Count == 0, $"{line}\n{string.Join('\n', wrong)}");
    }
}
