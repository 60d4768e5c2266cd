namespace TypedExplain;

/// <summary>How far a log goes. Kept elsewhere, it shows later that nothing was cut off.</summary>
/// <param name="Count">How many entries it has.</param>
/// <param name="Id">The id of the last one; 64 zeros where there is none.</param>
public sealed record LogHead(long Count, string Id)
{
    /// <summary>That of a log without entries.</summary>
    public static LogHead Empty { get; } = new(0, new string('0', 64));
}
