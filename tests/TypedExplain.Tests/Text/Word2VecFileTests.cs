using System.Text;
using TypedExplain.Media;

namespace TypedExplain.Tests.Text;

/// <summary>Vectors come back from every format as they were, and a file that is not right is refused with the reason.</summary>
public class Word2VecFileTests
{
    private static readonly Word2Vec s_vectors = new(["north", "naïve", "\U0001D4D0", ","], [1.5f, -0.1f, 1e-30f, 3.4028235e38f, 0, -0f, 1f / 3, -7, 2, 1, 2, 3]);

    public static TheoryData<string> Formats => ["own", "text", "binary"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void BackAndForth(string format)
    {
        byte[] file = Save(format);
        Word2Vec loaded = Load(format, file);
        Assert.Equal(s_vectors.Words.AsEnumerable(), loaded.Words);
        foreach (string word in s_vectors.Words)
            Assert.Equal(s_vectors.Vector(word).ToArray().Select(BitConverter.SingleToInt32Bits), loaded.Vector(word).ToArray().Select(BitConverter.SingleToInt32Bits));
        Assert.Equal(3, loaded.Dimensions);
        using MemoryStream again = new();
        loaded.Save(again);
        Assert.Equal(Save("own"), again.ToArray());
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void EveryCutFileIsRefused(string format)
    {
        byte[] file = Save(format);

        // The other formats may end without a line end.
        int least = format == "own" ? 1 : 2;
        for (int length = 0; length <= file.Length - least; length++)
            Assert.Throws<InvalidModelException>(() => Load(format, file[..length]));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void ForeignBytesAreRefused(string format)
    {
        RandomStream stream = new(1, "bytes");
        for (int i = 0; i < 200; i++)
            Assert.Throws<InvalidModelException>(() => Load(format, [.. Enumerable.Range(0, 300).Select(j => (byte)stream.For(i).Choose(j, 256))]));
    }

    [Fact]
    public void AnotherVersionOrADamagedFile()
    {
        byte[] file = Save("own");
        file["TypedExplain.Word2Vec".Length + 1] = 9;
        Assert.Equal("The file has format version 9 of TypedExplain.Word2Vec, and this library reads version 2.", Error("own", file));
        file = Save("own");
        file[^20] ^= 1;
        Assert.Contains("does not have the SHA-256 that was stored with it", Error("own", file));
        Assert.Equal("The file is not a TypedExplain.Word2Vec.", Error("own", Save("binary")));
    }

    [Theory]
    [InlineData("2 2\na 1 2\n", "The file of word vectors is cut off: its first line promises 2 words of 2 numbers, and it ends after 1 of them.")]
    [InlineData("1 2\na 1 2\nb 3 4\n", "The file of word vectors goes on after the 1 words of 2 numbers that its first line promises.")]
    [InlineData("1 2\na 1 2 3\n", "Line 2 of the word vectors, \"a 1 2 3\", has 3 numbers after its word; the first line promises 2.")]
    [InlineData("2 2\na 1 2\nb 1\n", "Line 3 of the word vectors, \"b 1\", has 1 numbers after its word; the first line promises 2.")]
    [InlineData("1 2\na 1 NaN\n", "The vector of \"a\", word 1, holds NaN; its numbers must be finite.")]
    [InlineData("1 2\na 1 1e60\n", "The vector of \"a\", word 1, holds Infinity; its numbers must be finite.")]
    [InlineData("1 2\na 1 x\n", "\"x\" in line 2 of the word vectors, that of \"a\", is not a number.")]
    [InlineData("2 1\na 1\na 2\n", "The word \"a\" has two vectors, number 1 and number 2.")]
    [InlineData("a 1 2\n", "The first line of a file of word vectors must be the number of words and the number of dimensions, each at least 1; it is \"a 1 2\".")]
    [InlineData("0 5\n", "The first line of a file of word vectors must be the number of words and the number of dimensions, each at least 1; it is \"0 5\".")]
    [InlineData("", "The first line of a file of word vectors must be the number of words and the number of dimensions, each at least 1; it is \"\".")]
    [InlineData("2000000000 300\na 1\n", "The file of word vectors says that it holds 2000000000 words of 300 dimensions; more than 2147483591 numbers cannot be read.")]
    public void BadTexts(string file, string message) => Assert.Equal(message, Error("text", Encoding.UTF8.GetBytes(file)));

    [Fact]
    public void BadBytes()
    {
        byte[] one = [.. "1 2\na "u8, 0, 0, 128, 63, 0, 0, 192, 127];
        Assert.Contains("holds NaN", Error("binary", one));
        Assert.Contains("cut off: its first line promises 1000000 words of 300 numbers, and it ends after 0", Error("binary", [.. "1000000 300\na "u8, 1, 2, 3, 4]));
        Assert.Contains("goes on after", Error("binary", [.. "1 1\na "u8, 0, 0, 0, 0, (byte)'\n', 5]));

        // Without line ends between the words, as some programs write it.
        Assert.Equal([2f], Load("binary", [.. "2 1\na "u8, 0, 0, 128, 63, .. "b "u8, 0, 0, 0, 64]).Vector("b").ToArray());
    }

    [Fact]
    public void AWordWithABlankGoesIntoOurOwnFormatOnly()
    {
        Word2Vec vectors = new(["New York"], [1]);
        using MemoryStream file = new();
        Assert.Contains("\"New York\" holds white space", Assert.Throws<InvalidModelException>(() => vectors.SaveText(file)).Message);
        Assert.Contains("\"New York\" holds white space", Assert.Throws<InvalidModelException>(() => vectors.SaveBinary(file)).Message);
        using MemoryStream own = new();
        vectors.Save(own);
        Assert.Equal(["New York"], Word2Vec.Load(new MemoryStream(own.ToArray())).Words.AsEnumerable());
    }

    private static string Error(string format, byte[] file) => Assert.Throws<InvalidModelException>(() => Load(format, file)).Message;

    private static byte[] Save(string format)
    {
        using MemoryStream file = new();
        (format switch { "own" => s_vectors.Save, "text" => s_vectors.SaveText, _ => (Action<Stream>)s_vectors.SaveBinary })(file);
        Assert.True(file.CanWrite);
        return file.ToArray();
    }

    private static Word2Vec Load(string format, byte[] file)
    {
        MemoryStream stream = new(file);
        return format switch { "own" => Word2Vec.Load(stream), "text" => Word2Vec.LoadText(stream), _ => Word2Vec.LoadBinary(stream) };
    }
}
