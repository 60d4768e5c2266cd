using System.Globalization;
using TypedExplain.Errors;

namespace TypedExplain;

/// <summary>Whether a log is as it was written.</summary>
public sealed record LogVerdict
{
    internal LogVerdict(LogHead head, string? problem = null, long? at = null) => (Head, Problem, At) = (head, problem, at);

    /// <summary>Whether every entry is there, in its order and as it was appended.</summary>
    public bool IsIntact => Problem is null;

    /// <summary>How far the log is intact.</summary>
    public LogHead Head { get; }

    /// <summary>What is wrong first, in words; null where nothing is.</summary>
    public string? Problem { get; }

    /// <summary>The place in the log where it is wrong first, from 0; null where nothing is.</summary>
    public long? At { get; }

    /// <summary>"intact" with the number of entries, or what is wrong.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(IsIntact ? "intact" : Problem)}: {Head.Count} {Noun.Of(Head.Count, "entry", "entries")} up to {Head.Id}");
}
