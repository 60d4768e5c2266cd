using System.Globalization;

namespace TypedExplain.Batch.Tests;

/// <summary>Clients, a model of them, and jobs about them.</summary>
internal static class Clients
{
    public static IModel<Client> Model { get; } = TypedExplain.Model.From<Client>(Score).Identified("score", "1", new string('a', 64));

    public static Dataset<Client> Background { get; } = new(Many(200, first: 100_000));

    public static IExplainer<Client> Explainer { get; } = new Lime<Client> { Neighborhood = new GaussianNeighborhood<Client> { Background = Background, Samples = 60 } };

    public static double Score(Client client) =>
        (client.Income / 1e6) + (0.01 * client.Age) + ((client.Savings ?? 0) / 2e6) + (client.IsOwner ? 0.2 : 0) + (client.Region == Region.South ? 0.1 : 0);

    public static Client Of(int i) => new(
        string.Create(CultureInfo.InvariantCulture, $"K-{i}"),
        18 + (i * 7 % 83),
        i * 7_919 % 1_000_000,
        i % 5 == 0 ? null : i * 104_729 % 1_000_000,
        (Region)(i % 3),
        i % 2 == 0);

    public static Client[] Many(int count, int first = 0) => [.. Enumerable.Range(first, count).Select(Of)];

    public static string Csv(IEnumerable<Client> clients)
    {
        StringWriter text = new();
        TypedExplain.Csv.Write(text, clients);
        return text.ToString();
    }

    public static string Json(IEnumerable<Client> clients) => string.Concat(clients.Select(client => JsonRecord.Write(client) + "\n"));

    public static ExplanationJob<Client> Job(IRowSource<Client> source, string folder) => new()
    {
        Model = Model,
        Question = BatchQuestion.Effects(Explainer),
        Source = source,
        Folder = folder,
        ShardRows = 20,
        BatchRows = 8,
    };
}
