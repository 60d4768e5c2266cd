using System.Text.RegularExpressions;
using TypedExplain.Media;

namespace TypedExplain.Tests.Text;

public class TokenizerTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" ,.-!", "")]
    [InlineData("one", "one")]
    [InlineData("snake_case x2 don't", "snake_case|x2|don|t")]
    [InlineData("naïve Übergröße 東京 Ελλάδα", "naïve|Übergröße|東京|Ελλάδα")]
    [InlineData("cafe\u0301 au lait", "cafe\u0301|au|lait")]
    [InlineData("हिन्दी भाषा", "हिन्दी|भाषा")]
    [InlineData("\U0001D4D0\U0001D4D1c \U00020000", "\U0001D4D0\U0001D4D1c|\U00020000")]
    [InlineData("a\U0001F600b\U0001F600", "a|b")]
    [InlineData("a\uD83Db \uDE00", "a|b")]
    [InlineData("x² Ⅷ ٣", "x²|Ⅷ|٣")]
    public void Words(string text, string words) => Assert.Equal(words, string.Join('|', Split(new WordTokenizer(), text)));

    [Theory]
    [InlineData("", "")]
    [InlineData(" \t\n", "")]
    [InlineData("  it's  a\u00A0test .\n", "it's|a|test|.")]
    public void Whitespace(string text, string words) => Assert.Equal(words, string.Join('|', Split(new WhitespaceTokenizer(), text)));

    [Fact]
    public void WordsAreThoseOfARegularExpression()
    {
        RandomStream stream = new(5, "letters");
        string alphabet = "abcXYZ019_ .,-'é\u0301ßд東אع\u0e33!\t";
        for (int i = 0; i < 200; i++)
        {
            string text = string.Concat(Enumerable.Range(0, 40).Select(j => alphabet[stream.For(i).Choose(j, alphabet.Length)]));
            Assert.Equal(Regex.Matches(text, @"\w+").Select(match => new TokenSpan(match.Index, match.Length)), new WordTokenizer().Tokenize(text));
        }
    }

    [Fact]
    public void ShortWordsAreLeftOut() => Assert.Equal(["bc", "def"], Split(new WordTokenizer { MinimumLength = 2 }, "a bc d def e"));

    [Fact]
    public void ATokenizerThatDoesNotGoOn()
    {
        string message = Assert.Throws<InvalidOptionException>(() => new Stuck().Tokenize("ab cd")).Message;
        Assert.Contains("a token of 2 units from 0 when asked from 2 on", message);
    }

    [Fact]
    public void ATokenizerIsAValue() => Assert.Equal<ITokenizer>(new WordTokenizer(), new WordTokenizer());

    private static string[] Split(ITokenizer tokenizer, string text) => [.. tokenizer.Tokenize(text).Select(token => token.In(text).ToString())];

    private sealed record Stuck : ITokenizer
    {
        public bool TryNext(ReadOnlySpan<char> text, int from, out TokenSpan token)
        {
            token = new(0, 2);
            return true;
        }
    }
}
