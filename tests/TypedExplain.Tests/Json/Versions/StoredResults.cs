using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Json.Versions;

/// <summary>Results as they were written by each version: files that stay as they are, with what the results say of themselves beside them.</summary>
internal static class StoredResults
{
    private static readonly string s_folder = Path.Combine(Repository.Root, "tests", "TypedExplain.Tests", "Json", "Versions");

    /// <summary>The options of the stored summaries.</summary>
    public static SummaryOptions<Kept> Options { get; } = new()
    {
        Background = new Dataset<Kept>(Enumerable.Range(1, 30).Select(Kept.Example)),
        Segments = [.. FeatureSchema.Of<Kept>().Features.Where(feature => feature.Name is "Housing" or "Married")],
    };

    /// <summary>Their names: what a result is, often what is special about it, and the version.</summary>
    public static string[] Names { get; } = [.. Directory.EnumerateFiles(s_folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    /// <summary>The JSON of a result.</summary>
    public static string Text(string name) => File.ReadAllText(Path.Combine(s_folder, name + ".json"));

    /// <summary>What it says of itself.</summary>
    public static string Words(string name) => File.ReadAllText(Path.Combine(s_folder, name + ".txt"));

    /// <summary>The result.</summary>
    public static IJsonResult Read(string name) => name.Split('.')[0] switch
    {
        "explanation" when name.Contains("media", StringComparison.Ordinal) => Explanation<KeptOffer>.FromJson(Text(name)),
        "explanation" => Explanation<Kept>.FromJson(Text(name)),
        "shap-values" => ShapValues<Kept>.FromJson(Text(name)),
        "shap-interactions" => ShapInteractions<Kept>.FromJson(Text(name)),
        "outcome" => Outcome<Kept>.FromJson(Text(name)),
        "trust-region" => TrustRegion<Kept>.FromJson(Text(name)),
        "consensus" => ConsensusExplanation<Kept>.FromJson(Text(name)),
        "receipt" => Receipt<Kept>.FromJson(Text(name)),
        "score" => Score.FromJson(Text(name)),
        "portfolio-summary" => PortfolioSummary<Kept>.FromJson(Text(name), Options),
        "metric-table" => MetricTable<Kept>.FromJson(Text(name)),
        _ => throw new InvalidOperationException(name),
    };
}
