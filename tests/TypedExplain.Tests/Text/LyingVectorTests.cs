using TypedExplain.Media;
using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Text;

/// <summary>Files of word vectors whose SHA-256 is right and whose content is not.</summary>
public class LyingVectorTests
{
    [Theory]
    [InlineData(100_000_000, 1, "the number of words is 100000000, and must be from 1 to 2")]
    [InlineData(2, 300_000_000, "the number of dimensions is 300000000")]
    [InlineData(int.MaxValue, int.MaxValue, "the number of words is 2147483647")]
    [InlineData(0, 0, "the number of words is 0")]
    [InlineData(-1, -1, "the number of words is -1")]
    [InlineData(1, 0, "the number of dimensions is 0")]
    [InlineData(65_536, 65_536, "the number of words is 65536")]
    public void Counts_are_held_against_the_bytes(int words, int dimensions, string reason) =>
        Refuses([.. BitConverter.GetBytes(words), .. BitConverter.GetBytes(dimensions), 1, (byte)'a', 0, 0, 128, 63], reason);

    [Fact]
    public void Forty_six_bytes_do_not_take_gigabytes() =>
        Refuses([.. BitConverter.GetBytes(0x0A000000), .. BitConverter.GetBytes(64)], "the number of words is 167772160");

    [Fact]
    public void Numbers_are_finite_and_words_are_text()
    {
        Refuses([1, 0, 0, 0, 1, 0, 0, 0, 1, (byte)'a', 0, 0, 192, 127], "a number is NaN, and must be finite");
        Refuses([1, 0, 0, 0, 1, 0, 0, 0, 1, 0xFF, 0, 0, 128, 63], "a text is not UTF-8");
        Refuses([1, 0, 0, 0, 1, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 0], "a text is longer than any file");
        Refuses([1, 0, 0, 0, 1, 0, 0, 0, 1, (byte)'a', 0, 0, 128, 63, 9], "its content ends here, and 1 more bytes were announced");
    }

    private static void Refuses(byte[] content, string reason)
    {
        byte[] file = StoredBytes.Of("TypedExplain.Word2Vec", "", content);
        _ = Record.Exception(() => Word2Vec.Load(new MemoryStream(file)));
        long before = GC.GetAllocatedBytesForCurrentThread();
        InvalidModelException error = Assert.Throws<InvalidModelException>(() => Word2Vec.Load(new MemoryStream(file)));
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Contains(reason, error.Message);
        Assert.Matches(@"damaged at byte \d+: ", error.Message);
        Assert.InRange(allocated, 0, 100_000);
    }
}
