using System.Text;
using TypedExplain.Media;

namespace TypedExplain.Tests.Text;

public class TokenizedTextTests
{
    public static TheoryData<string> Texts => ["", " . ", "one", "The cat, the CAT and the dog's tail.", "a a a", "\U0001D4D0 naïve\U0001F600 \U0001D4D0!"];

    /// <summary>Against a twin that goes word by word.</summary>
    [Theory]
    [MemberData(nameof(Texts))]
    public void KeepingSomeFeatures(string source)
    {
        foreach (TextMode mode in Enum.GetValues<TextMode>())
        {
            TokenizedText text = new(source, mode);
            RandomStream stream = new(3, "masks");
            for (int i = 0; i < 20; i++)
            {
                double[] mask = [.. Enumerable.Range(0, text.Count).Select(j => (double)stream.For(i).Choose(j, 2))];
                Assert.Equal(Twin(text, mask), text.Keep(mask));
                Assert.Equal(text.Keep(mask), text.Without([.. Enumerable.Range(0, text.Count).Where(j => mask[j] == 0)]));
            }

            Assert.Same(source, text.Keep([.. Enumerable.Repeat(1.0, text.Count)]));
        }
    }

    [Fact]
    public void EveryTokenBelongsToTheFeatureOfItsWord()
    {
        TokenizedText text = new("b a b c a b");
        Assert.Equal(["b", "a", "c"], text.Words.AsEnumerable());
        Assert.Equal([0, 1, 0, 2, 1, 0], Enumerable.Range(0, 6).Select(text.FeatureOf));
        Assert.Equal([new(0, 1), new(4, 1), new(10, 1)], text.Spans(0).ToArray());
        Assert.Equal([new(6, 1)], text.Spans(2).ToArray());
    }

    [Fact]
    public void APlaceholderOfOnesOwn()
    {
        Assert.Equal("[] b [].", new TokenizedText("a b a.", TextMode.Positional, placeholder: "[]").Without(0, 2));
        Assert.Equal("kept:  ", new TokenizedText("kept: it's. ", tokenizer: new WhitespaceTokenizer()).Without(1));
    }

    [Fact]
    public void AMegabyte()
    {
        string source = string.Concat(Enumerable.Range(0, 150_000).Select(i => $"w{i % 20_000} "));
        Assert.True(source.Length > 900_000);
        TokenizedText bag = new(source), positional = new(source, TextMode.Positional);
        Assert.Equal((20_000, 150_000), (bag.Count, positional.Count));
        double[] mask = [.. Enumerable.Range(0, bag.Count).Select(i => (double)(i % 2))];
        Assert.Equal(string.Concat(Enumerable.Range(0, 150_000).Select(i => i % 2 == 0 ? " " : $"w{i % 20_000} ")), bag.Keep(mask));
        Assert.Equal(150_000 * "UNKWORDZ ".Length, positional.Keep(new double[150_000]).Length);
    }

    /// <summary>The string itself and nothing else.</summary>
    [Fact]
    public void OneAllocationPerText()
    {
        TokenizedText text = new("The cat, the CAT and the dog's tail.");
        double[] mask = [1, 0, 1, 1, 0, 1, 1, 1];
        string kept = text.Keep(mask);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
            kept = text.Keep(mask);
        long each = (GC.GetAllocatedBytesForCurrentThread() - before) / 100;
        Assert.True(each <= 40 + (2 * kept.Length), $"{each} bytes for {kept.Length} characters");
    }

    [Fact]
    public void BadInput()
    {
        Assert.Contains("1 numbers were given for a text of 2 features", Assert.Throws<ArgumentException>(() => new TokenizedText("a b").Keep([1])).Message);
        Assert.Contains("must be BagOfWords or Positional", Assert.Throws<InvalidOptionException>(() => new TokenizedText("a", (TextMode)7)).Message);
    }

    private static string Twin(TokenizedText text, double[] mask)
    {
        StringBuilder result = new();
        int at = 0;
        for (int i = 0; i < text.Tokens.Length; i++)
        {
            TokenSpan token = text.Tokens[i];
            result.Append(text.Text[at..token.Start]);
            bool isKept = mask[text.Words.IndexOf(text.Text.Substring(token.Start, token.Length)) is var word && text.Mode == TextMode.BagOfWords ? word : i] != 0;
            result.Append(isKept ? text.Text.Substring(token.Start, token.Length) : text.Mode == TextMode.Positional ? "UNKWORDZ" : "");
            at = token.End;
        }

        return result.Append(text.Text[at..]).ToString();
    }

    [Fact]
    public void KeptTextsAreThoseOfTheirPieces()
    {
        Random random = new(7);
        for (int length = 1; length <= 80; length++)
        {
            // Words of 1 to 40 letters, between them 1 to 20 separators, and texts longer than any buffer on the stack.
            System.Text.StringBuilder text = new(new string('.', random.Next(3)));
            for (int word = 0; word < length; word++)
                text.Append((char)('a' + (word % 26)), 1 + random.Next(40)).Append(word).Append(new string(' ', 1 + random.Next(length % 3 == 0 ? 20 : 2)));
            TokenizedText tokenized = new(length % 2 == 0 ? text.ToString() : text.ToString().TrimEnd());
            for (int attempt = 0; attempt < 5; attempt++)
            {
                double[] kept = [.. Enumerable.Range(0, tokenized.Count).Select(_ => random.Next(2) * (random.Next(2) == 0 ? 1.0 : 0.5))];
                System.Text.StringBuilder expected = new(tokenized.Text);
                for (int token = tokenized.Tokens.Length - 1; token >= 0; token--)
                {
                    if (kept[tokenized.FeatureOf(token)] == 0)
                        expected.Remove(tokenized.Tokens[token].Start, tokenized.Tokens[token].Length);
                }

                Assert.Equal(expected.ToString(), tokenized.Keep(kept));
            }
        }
    }
}
