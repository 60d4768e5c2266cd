using TypedExplain.Media;

namespace TypedExplain.Tests.Pages.Guides;

internal static class MixedRecordPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Claim[] rows = [.. Enumerable.Range(0, 80).Select(i => new Claim(
            Amount: 100 + (37 * i % 900),
            AgeOfItem: i % 4 == 0 ? null : i % 30,
            Severity: (Severity)(i % 3),
            Channel: new[] { "phone", "mail", "web" }[i / 3 % 3],
            Reported: new DateOnly(2026, 1, 1).AddDays(5 * i % 300),
            Story: i % 2 == 0 ? "water came through the roof" : "the roof was old",
            Number: $"C-{i}"))];
        IModel<Claim> model = Model.From<Claim>(claim =>
            (0.002 * claim.Amount) + (claim.AgeOfItem is null ? 1 : 0) + (int)claim.Severity + (claim.Story.Contains("water") ? 2 : 0));

        Linex<Claim> linex = new()
        {
            Neighborhood = new MediaNeighborhood<Claim> { Table = new GaussianNeighborhood<Claim> { Background = new(rows) }, Samples = 2000 },
        };
        Explanation<Claim> explanation = linex.Explain(model, rows[6]);
        console.WriteLine(explanation);

        // A missing value, a rank and a word each have their effect.
        console.WriteLine($"that the age is known: {explanation.Attribution.AgeOfItemIsMissing:F2}; one rank worse: {explanation.Attribution.Severity:F2}");
        foreach (WordEffect word in explanation.Attribution.Story.Ranked().Take(2))
            console.WriteLine($"{word.Word}: {word.Effect:F2}");
        // </page>
    }
}

// <types>
/// <summary>An insurance claim: numbers, a value that may be missing, a rank, a choice, a date and a text.</summary>
[FeatureRecord]
public sealed partial record Claim(
    [Numeric(1, 100_000, Unit = "EUR"), LogScale] double Amount,
    [Numeric(0, 100, Unit = "years")] int? AgeOfItem,
    [Ordinal] Severity Severity,
    [Categories("phone", "mail", "web")] string Channel,
    DateOnly Reported,
    [Text] string Story,
    [NotAFeature] string Number);

public enum Severity
{
    Light,
    Medium,
    Heavy,
}

// </types>
