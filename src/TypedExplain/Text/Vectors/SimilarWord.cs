namespace TypedExplain.Media;

/// <summary>A word and how similar it is to the one asked about.</summary>
/// <param name="Word">The word.</param>
/// <param name="Similarity">The cosine of their vectors, from −1 to 1.</param>
public readonly record struct SimilarWord(string Word, double Similarity);
