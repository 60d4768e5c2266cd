namespace TypedExplain.Decisions;

/// <summary>How often no reasons are stated for a cause.</summary>
public sealed class RefusalShare
{
    internal RefusalShare(RefusalCause cause, Proportion people, string example) => (Cause, People, Example) = (cause, people, example);

    /// <summary>Why no reasons were stated.</summary>
    public RefusalCause Cause { get; }

    /// <summary>How many of the people with an adverse decision.</summary>
    public Proportion People { get; }

    /// <summary>The explanation of the first of these refusals.</summary>
    public string Example { get; }

    /// <summary>The cause and how often.</summary>
    public override string ToString() => $"{Cause}: {People}";
}
