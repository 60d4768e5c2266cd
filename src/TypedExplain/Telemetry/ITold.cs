namespace TypedExplain.Telemetry;

/// <summary>A result of a run that tells telemetry what became of the run.</summary>
internal interface ITold
{
    /// <summary>What it tells.</summary>
    ToldResult Told { get; }
}
