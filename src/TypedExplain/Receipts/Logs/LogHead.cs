using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Files;

namespace TypedExplain;

/// <summary>How far a log goes. Kept elsewhere, it shows later that nothing was cut off.</summary>
public sealed record LogHead
{
    /// <summary>A head that was kept.</summary>
    /// <param name="count">How many entries the log had; at least 0.</param>
    /// <param name="id">The id of the last one, 64 hexadecimal digits; 64 zeros where there was none.</param>
    /// <exception cref="InvalidOptionException">The number is below 0, or the id is none.</exception>
    public LogHead([OptionRange(AtLeast = 0)] long count, string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (count < 0)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"count of a log's head is {count}; it must be at least 0."));
        if (!ContentDigest.IsDigest(id))
            throw new InvalidOptionException($"id of a log's head is {VisibleText.Name(id)}; it must be 64 hexadecimal digits.");
        (Count, Id) = (count, id);
    }

    private LogHead(string id, long count) => (Count, Id) = (count, id);

    /// <summary>That of a log without entries.</summary>
    public static LogHead Empty { get; } = new(0, new string('0', ContentDigest.Digits));

    /// <summary>A head as a log has it, whatever was done to the log.</summary>
    internal static LogHead Stored(long count, string id) => new(id, count);

    /// <summary>How many entries it has.</summary>
    public long Count { get; }

    /// <summary>The id of the last one; 64 zeros where there is none.</summary>
    public string Id { get; }
}
