namespace Papers;

/// <summary>What the global options of the program say.</summary>
public sealed record RunSettings(StudyOptions Options, string Keep, string? Pages, string? Json, bool KeptOnly);
