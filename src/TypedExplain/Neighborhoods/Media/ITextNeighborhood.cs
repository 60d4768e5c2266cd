namespace TypedExplain.Media;

/// <summary>Where the neighbors of a text come from. A value: implementations are immutable and safe to share between threads.</summary>
public interface ITextNeighborhood : IDescribed
{
    /// <summary>Makes ready to draw around a text.</summary>
    /// <param name="text">The text; it may be empty or have no word.</param>
    /// <param name="stream">Random numbers of this instance only.</param>
    /// <param name="cancellation">Ends the work early.</param>
    TextNeighbors Around(string text, RandomStream stream, CancellationToken cancellation = default);
}
