namespace TypedExplain.Text;

/// <summary>A word of a text by its position in the vocabulary, and how much it weighs.</summary>
internal readonly record struct WordWeight(int Word, double Weight);
