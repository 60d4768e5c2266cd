using TypedExplain.Decisions;

namespace TypedExplain.Hosting;

/// <summary>What decides on an instance: the answer from which it is favorable.</summary>
public sealed class DecisionOptions
{
    /// <summary>The answer from which the decision is favorable, on the model's own scale.</summary>
    public double Cutoff { get; set; }

    /// <summary>How far into the favorable side those lie whom reasons compare with, in units of the answer, 0 or more; null for all rows of the background.</summary>
    public double? Band { get; set; }

    /// <summary>Which way of the answer is good for the person.</summary>
    public FavorableOutcome Favorable { get; set; }

    /// <summary>How many reasons are stated at most; at least 1.</summary>
    public int MaxReasons { get; set; } = 4;

    /// <summary>How many ways to another decision are looked for; at least 1.</summary>
    public int Alternatives { get; set; } = 1;

    /// <summary>The most rows that the model is asked about for recourse; at least 2.</summary>
    public int MaxQueries { get; set; } = 100_000;
}
