namespace TypedExplain.Aot;

/// <summary>Words, a picture and a number.</summary>
[FeatureRecord]
public sealed partial record Post([Text] string Words, [Image(6, 6)] ReadOnlyMemory<float> Picture, [Numeric(0, 10)] double Likes)
{
    private static readonly string[] s_words = ["good", "bread", "bad", "soup", "warm", "and", "cold"];

    public static Post Example(int i) => new(
        string.Join(' ', Enumerable.Range(0, 5).Select(word => s_words[(i + (word * word)) % s_words.Length])),
        Enumerable.Range(0, 36).Select(pixel => pixel * (i + 3) % 11 / 10f).ToArray(),
        i % 10);

    public double Score() => (Words.Contains("good", StringComparison.Ordinal) ? 0.5 : 0.1) + (Picture.Span[7] / 4) + (Likes / 50);
}
