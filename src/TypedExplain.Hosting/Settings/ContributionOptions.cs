namespace TypedExplain.Hosting;

/// <summary>How an answer is divided among the features.</summary>
public sealed class ContributionOptions
{
    /// <summary>By which method answers are shared out among features.</summary>
    public ContributionMethod Method { get; set; }

    /// <summary>How many coalitions KernelSHAP asks about where it cannot ask about all, 2 or more; null for its default.</summary>
    public int? Samples { get; set; }
}
