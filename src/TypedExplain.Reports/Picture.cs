using System.Collections.Immutable;

namespace TypedExplain.Reports;

/// <summary>A picture as data: what it shows, in words and in a table, apart from how it is drawn. Immutable.</summary>
public abstract class Picture
{
    private protected Picture(string title, ImmutableArray<string> notes) => (Title, Notes) = (title, notes);

    /// <summary>What the picture is of, in one line.</summary>
    public string Title { get; }

    /// <summary>What a reader must know beside it: caveats, and what was left out.</summary>
    public ImmutableArray<string> Notes { get; }
}
