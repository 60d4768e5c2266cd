using Microsoft.Extensions.DependencyInjection;

namespace TypedExplain.Orleans.Tests.Pages;

/// <summary>The programs of docs/orleans.md. The lines between the marks stand there word for word.</summary>
internal static class OrleansPage
{
    /// <summary>Where the page's files are; set by the test.</summary>
    private static string s_rows = "", s_folder = "";

    public static void Silo(ISiloBuilder silo, string rows, string folder)
    {
        (s_rows, s_folder) = (rows, folder);
        // <silo>
        silo.AddQueryBudget("score", new() { StorageName = "redis", MaxRows = 1_000_000 });
        silo.AddExplanationJob("nightly", services => new ExplanationJob<Client>
        {
            Model = Scores.Model.WithClusterBudget(services.GetRequiredService<IGrainFactory>(), "score"),
            Question = BatchQuestion.Effects(Scores.Explainer),
            Source = new CsvSource<Client>(Scores.Rows),
            Folder = Scores.SharedFolder,
        }, new() { StorageName = "redis" });
        silo.AddExplanations("clients", _ => (Scores.Model, Scores.Explainer));
        // </silo>
    }

    public static async Task<List<string>> Client(IClusterClient cluster, Client client)
    {
        List<string> told = [];
        // <client>
        IExplanationJobGrain job = cluster.GetGrain<IExplanationJobGrain>("nightly");
        await job.StartAsync();
        await foreach (ExplanationJobStatus status in job.WatchAsync())
            told.Add(status.ToString());

        string json = await cluster.GetGrain<IExplanationGrain>("clients").ExplainAsync(JsonRecord.Write(client));
        // </client>
        told.Add(json);
        return told;
    }

    /// <summary>What the page calls so.</summary>
    private static class Scores
    {
        public static IModel<Client> Model => Clients.Model;

        public static IExplainer<Client> Explainer => Clients.Explainer;

        public static string Rows => s_rows;

        public static string SharedFolder => s_folder;
    }
}
