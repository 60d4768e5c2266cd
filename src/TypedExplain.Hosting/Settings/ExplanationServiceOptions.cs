namespace TypedExplain.Hosting;

/// <summary>
/// How a service explains: the options of a section of the configuration, or set in code. They are validated when the application
/// starts, and read again when the configuration changes.
/// </summary>
public sealed class ExplanationServiceOptions
{
    /// <summary>The linear method; LINEX by default.</summary>
    public ExplanationMethod Method { get; set; }

    /// <summary>How many neighbors an explanation begins with, 2 or more; null for the method's default.</summary>
    public int? Samples { get; set; }

    /// <summary>How far neighbors lie, in standard deviations, above 0; null for the default.</summary>
    public double? Radius { get; set; }

    /// <summary>How many environments LINEX and S-LIME have, 2 or more; null for the method's default. LIME has none.</summary>
    public int? Environments { get; set; }

    /// <summary>The seed: the same seed gives the same bits.</summary>
    public int Seed { get; set; }

    /// <summary>The most rows that the model is asked about for one explanation; at least 1.</summary>
    public int MaxQueries { get; set; } = 20_000;

    /// <summary>What an explanation must meet; one that does not says so.</summary>
    public StandardOptions Standard { get; set; } = new();

    /// <summary>How an answer is divided among the features.</summary>
    public ContributionOptions Contributions { get; set; } = new();

    /// <summary>What decides, for reasons and recourse; null where the service does neither.</summary>
    public DecisionOptions? Decision { get; set; }

    /// <summary>How many questions are worked on at a time, 1 or more; the number of processors by default.</summary>
    public int Concurrency { get; set; } = Environment.ProcessorCount;

    /// <summary>How many questions wait for their turn at most, 0 or more; beyond that a question is refused at once.</summary>
    public int Queue { get; set; } = 256;

    /// <summary>Whether answers tell the values and numbers of protected features; they do not by default.</summary>
    public ProtectedValues ProtectedValues { get; set; } = ProtectedValues.Withheld;

    /// <summary>The file of a receipt that the health check makes again; null for none.</summary>
    public string? Canary { get; set; }
}
