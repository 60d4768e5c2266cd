using TypedExplain.Generated;

namespace TypedExplain.Media;

/// <summary>How the neighbors of one text are drawn.</summary>
/// <param name="text">The text, whose features are the parts.</param>
public abstract class TextNeighbors(TokenizedText text) : MediaNeighbors
{
    /// <summary>The instance's own text, divided into words.</summary>
    public TokenizedText Text { get; } = text;

    /// <inheritdoc/>
    public sealed override int Parts => Text.Count;

    /// <summary>A neighbor as a text.</summary>
    /// <param name="neighbor">Which neighbor, from 0.</param>
    /// <param name="values">Its numbers, as they were drawn.</param>
    public abstract string Neighbor(int neighbor, ReadOnlySpan<double> values);

    internal sealed override void Put(int media, int neighbor, ReadOnlySpan<double> values, MediaValues record) => record.Set(media, Neighbor(neighbor, values));
}
