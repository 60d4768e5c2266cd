namespace WebService;

/// <summary>The model, the explainer and the log of a service that decides on loans. Safe to share between requests.</summary>
/// <param name="log">Where receipts go.</param>
public sealed class Credit(ReceiptLog log)
{
    private readonly Certifier<Applicant> _certifier = new()
    {
        Explainer = new Linex<Applicant> { Neighborhood = new GaussianNeighborhood<Applicant> { Background = Known } },
        Standard = new() { MinimumFit = 0.5, TopReasonsDecided = 1 },
    };

    /// <summary>The rows that neighbors are drawn from.</summary>
    public static Dataset<Applicant> Known { get; } = new(Enumerable.Range(0, 200).Select(i => new Applicant(12_000 + (i * 7919 % 90_000), 1_000 + (i * 977 % 30_000), 12 + (i * 12 % 84), (Work)(i % 3), 18 + (i * 7 % 60))));

    /// <summary>The model: the chance that a loan is paid back.</summary>
    public static IModel<Applicant> Model { get; } = TypedExplain.Model.From<Applicant>(Score)
        .As(OutputKind.Probability)
        .Identified("scorecard", "2026-11", "3f1c0a6f5b0d7a3f6a3d9c3bb1a5b1c7d1f4f0b2c7f1f6b0d2c9a8e7f6d5c4b3");

    /// <summary>Explains what the model answers for an applicant, as well as the standard asks, and keeps a receipt.</summary>
    public Answer Explain(Applicant applicant)
    {
        Outcome<Applicant> outcome = _certifier.Explain(Model, applicant);
        LogEntry entry = log.Append(Receipt.Of(outcome, Model, Known));
        return new(entry.Sequence, outcome);
    }

    /// <summary>Makes a result again; null where there is no such entry.</summary>
    public string? Replay(long sequence) =>
        log.Read(sequence).FirstOrDefault() is { } entry ? Receipt<Applicant>.FromJson(entry.Json).Replay(Model, Known).ToString() : null;

    private static double Score(Applicant applicant)
    {
        double burden = 12 * applicant.Amount / (applicant.Term * (1 + applicant.Income));
        return Math.Clamp(0.95 - (1.5 * burden) - (applicant.Work == Work.SelfEmployed ? 0.1 : 0), 0.01, 0.99);
    }
}

/// <summary>What the service answers with.</summary>
/// <param name="Receipt">The place of the receipt in the log.</param>
/// <param name="Outcome">The explanation, held to the standard.</param>
public sealed record Answer(long Receipt, Outcome<Applicant> Outcome);
