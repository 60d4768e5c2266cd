using System.Globalization;
using TypedExplain.Batch.Worker;

namespace TypedExplain.Orleans.Silo;

/// <summary>The job of every silo.</summary>
/// <param name="Rows">The file of rows.</param>
/// <param name="Folder">The folder of results.</param>
/// <param name="Counts">The folder where each process counts what its model is asked.</param>
/// <param name="MaxRows">The budget of the cluster.</param>
internal sealed record SiloJob(string Rows, string Folder, string Counts, long MaxRows)
{
    public const string Name = "nightly", Budget = "wide", Storage = "redis";

    public ExplanationJob<Wide> Of(Func<IModel<Wide>, IModel<Wide>> within) => new()
    {
        Model = within(new CountedModel<Wide>(WideModel.OfEnvironment(), Counts)),
        Question = BatchQuestion.Effects(WideModel.Linex),
        Source = new CsvSource<Wide>(Rows),
        Folder = Folder,
        ShardRows = long.Parse(Environment.GetEnvironmentVariable("SHARD_ROWS") ?? "200", CultureInfo.InvariantCulture),
        BatchRows = 25,
        Threads = 1,
    };
}
