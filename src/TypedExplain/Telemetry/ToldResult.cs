namespace TypedExplain.Telemetry;

/// <summary>What telemetry is told of a result: nothing of the instance, and no words but those of a closed list.</summary>
/// <param name="Method">The name of the method.</param>
/// <param name="Outcome">What became of the run.</param>
/// <param name="Caveats">The names of its caveats.</param>
/// <param name="Fits">The weighted R² of its surrogates.</param>
/// <param name="Refusal">The kind of reason of a refusal.</param>
internal readonly record struct ToldResult(string? Method, string Outcome, string[] Caveats, double[] Fits, string? Refusal)
{
    public const string Explained = "explained", Certified = "certified", BestEffort = "best_effort", Refused = "refused", Failed = "failed";

    /// <summary>What is told of any result.</summary>
    public static ToldResult Of(object? result) => result switch
    {
        ITold told => told.Told,
        IReadOnlyList<ITold> { Count: > 0 } several => Together(several),
        _ => new(null, Explained, [], [], null),
    };

    /// <summary>What is told of several results of one run.</summary>
    public static ToldResult Together(IReadOnlyList<ITold> several, string? method = null)
    {
        ToldResult[] all = [.. several.Select(one => one.Told)];
        return all[0] with { Method = method ?? all[0].Method, Caveats = [.. all.SelectMany(one => one.Caveats).Distinct()], Fits = [.. all.SelectMany(one => one.Fits)] };
    }
}
