using System.Buffers.Binary;
using System.Text;
using TypedExplain.Media;

namespace TypedExplain.Tests.Images;

public class PngTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(5, 7, 1)]
    [InlineData(9, 4, 2)]
    [InlineData(31, 33, 3)]
    [InlineData(6, 50, 4)]
    public void BackAndForth(int height, int width, int channels)
    {
        ImageShape shape = new(height, width, channels);
        foreach (int range in new[] { 1, 3, 256 })
        {
            byte[] pixels = [.. Enumerable.Range(0, shape.Length).Select(i => (byte)new RandomStream(range, "pixels").Choose(i, range))];
            Assert.Equal(pixels, Decode(Png.Encode(pixels, shape), shape));
        }
    }

    [Fact]
    public void NumbersFromZeroToOne() =>
        Assert.Equal([0, 0, 128, 255, 255, 26], Decode(Png.Encode([-1f, 0, 0.5f, 1, 7, 0.1f], new ImageShape(2, 3, 1)), new(2, 3, 1)));

    [Fact]
    public void BadInput()
    {
        Assert.Contains("has 5 channels; a PNG file has from 1 to 4", Assert.Throws<InvalidDatasetException>(() => Png.Encode(new byte[5], new ImageShape(1, 1, 5))).Message);
        Assert.Equal("5 bytes are not an image of 2×3×1, which has 6.", Assert.Throws<InvalidDatasetException>(() => Png.Encode(new byte[5], new ImageShape(2, 3, 1))).Message);
        Assert.Contains("is not a finite number", Assert.Throws<InvalidDatasetException>(() => Png.Encode([float.NaN], new ImageShape(1, 1, 1))).Message);
        Assert.Contains("An image cannot be 0×3×1", Assert.Throws<InvalidDatasetException>(() => Png.Encode(Array.Empty<byte>(), new ImageShape(0, 3, 1))).Message);
    }

    private static byte[] Decode(byte[] file, ImageShape shape)
    {
        Assert.Equal("89504E470D0A1A0A", Convert.ToHexString(file, 0, 8));
        List<byte> packed = [];
        List<string> names = [];
        for (int at = 8; at < file.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            names.Add(Encoding.ASCII.GetString(file, at + 4, 4));
            byte[] content = file[(at + 8)..(at + 8 + length)];
            Assert.Equal(Crc(file.AsSpan(at + 4, 4 + length)), BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 8 + length)));
            if (names[^1] == "IHDR")
                Assert.Equal([.. Number(shape.Width), .. Number(shape.Height), 8, (byte)(shape.Channels switch { 1 => 0, 2 => 4, 3 => 2, _ => 6 }), 0, 0, 0], content);
            if (names[^1] == "IDAT")
                packed.AddRange(content);
            at += 12 + length;
        }

        Assert.Equal(["IHDR", "IDAT", "IEND"], names);
        byte[] rows = Inflater.Unpack([.. packed]);
        int row = shape.Width * shape.Channels;
        Assert.Equal((row + 1) * shape.Height, rows.Length);
        Assert.All(Enumerable.Range(0, shape.Height), i => Assert.Equal(0, rows[i * (row + 1)]));
        return [.. Enumerable.Range(0, shape.Height).SelectMany(i => rows[((i * (row + 1)) + 1)..((i + 1) * (row + 1))])];

        static byte[] Number(int value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}
