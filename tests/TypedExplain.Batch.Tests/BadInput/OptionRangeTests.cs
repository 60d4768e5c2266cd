using System.Reflection;
using TypedExplain.Tests.Support;

namespace TypedExplain.Batch.Tests.BadInput;

/// <summary>What an option states with <c>[OptionRange]</c>, which the compiler checks, is what the running program refuses.</summary>
public sealed class OptionRangeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private int _number;

    public static TheoryData<Type, string> Options { get; } = RangedOptions.In(typeof(ExplanationProgram).Assembly);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Options))]
    public void The_stated_range_is_what_is_refused(Type type, string option)
    {
        (Func<object> make, Action<object> use) = Uses()[type];
        PropertyInfo property = make().GetType().GetProperty(option)!;
        RangedOptions.Agree(property, make, use);
    }

    private Dictionary<Type, (Func<object> Make, Action<object> Use)> Uses()
    {
        string lines = _folder.Write("clients.jsonl", Clients.Json(Clients.Many(3))[..^1] + "\n");
        ExplanationJob<Client> job = Clients.Job(new JsonLinesSource<Client>(lines), _folder.Of("out"));
        return new()
        {
            [typeof(ExplanationJob<>)] = (() => job with { Folder = Next() }, options => Run((ExplanationJob<Client>)options)),
            [typeof(JsonLinesSource<>)] = (() => new JsonLinesSource<Client>(lines), options => Run(job with { Source = (JsonLinesSource<Client>)options, Folder = Next() })),
            [typeof(ParquetFormat)] = (() => new ParquetFormat(), options => Run(job with { Format = (ParquetFormat)options, Folder = Next() })),
            [typeof(ArrowFormat)] = (() => new ArrowFormat(), options => Run(job with { Format = (ArrowFormat)options, Folder = Next() })),
        };
    }

    private string Next() => _folder.Of($"out{_number++}");

    private static void Run(ExplanationJob<Client> job) => job.RunAsync().AsTask().GetAwaiter().GetResult();
}
