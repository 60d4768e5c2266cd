namespace TypedExplain.Batch.Tests.Pages.Guides;

internal static class NightPage
{
    public static void Run(TextWriter console)
    {
        using TemporaryFolder folder = new();
        RunAsync(console, folder.Path).GetAwaiter().GetResult();
    }

    private static async Task RunAsync(TextWriter console, string folder)
    {
        // <page>
        // The day's claims, as another program exported them. One line is no claim.
        string export = Path.Combine(folder, "claims.csv"), results = Path.Combine(folder, "2026-11-30");
        Csv.Write(export, Enumerable.Range(0, 1_000).Select(i => new DayClaim($"C-{i:0000}", Amount: 50 + (37 * i % 900), IsRepeated: i % 9 == 0, Channel: (Channel)(i % 3))));
        File.AppendAllText(export, "C-1000,-20,false,Web\n");

        // The model, and how it is explained. A function has no identity of its own: state the SHA-256 of the code it is made from.
        Dataset<DayClaim> background = new(Enumerable.Range(0, 200).Select(i => new DayClaim("", Amount: 50 + (53 * i % 900), IsRepeated: i % 7 == 0, Channel: (Channel)(i % 3))));
        IModel<DayClaim> model = Model.From<DayClaim>(claim => (claim.Amount / 1_000) + (claim.IsRepeated ? 0.4 : 0)).Identified("fraud", "2026-11", sha256: new string('a', 64));
        Linex<DayClaim> linex = new() { Neighborhood = new GaussianNeighborhood<DayClaim> { Background = background, Samples = 100 } };

        ExplanationJob<DayClaim> job = new()
        {
            Model = model,
            Question = BatchQuestion.Effects(linex),
            Source = new CsvSource<DayClaim>(export),
            Folder = results,
            ShardRows = 250,
        };
        console.WriteLine(await job.PlanAsync());

        // The first worker does its half, and the machine is switched off. The next run goes on where it was.
        console.WriteLine(await job.RunAsync(new ShardSelection(worker: 0, workers: 2)));
        console.WriteLine(await job.RunAsync());
        console.WriteLine(File.ReadAllText(Directory.EnumerateFiles(results, "*.bad.jsonl").Single()).TrimEnd());

        // In the morning: is all there, is it right, and what was it about?
        MergedJob<DayClaim> merged = job.Merge();
        console.WriteLine(await job.VerifyAsync(rows: 20));
        foreach (FeatureSummary<DayClaim> feature in merged.Summary!.Ranked())
            console.WriteLine($"{feature.Feature,-12} {merged.Summary.Importance[feature.Feature]:F3}");

        // One claim with its effects.
        string[] lines = File.ReadAllLines(Path.Combine(results, "part-00000-of-00005.csv"));
        foreach ((string column, string value) in lines[0].Split(',').Zip(lines[8].Split(',')).Where(cell => cell.First is "Number" or "score" || cell.First.StartsWith("effect_")))
            console.WriteLine($"{column}: {value}");
        // </page>
    }
}

// <types>
/// <summary>A claim of the day, with the number that it is known by.</summary>
[FeatureRecord]
public sealed partial record DayClaim(
    [NotAFeature, RowKey] string Number,
    [Numeric(0, 100_000, Unit = "EUR")] double Amount,
    bool IsRepeated,
    [Categorical] Channel Channel);

public enum Channel
{
    Phone,
    Mail,
    Web,
}
// </types>
