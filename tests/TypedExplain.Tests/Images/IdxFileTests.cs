using System.IO.Compression;
using System.Security.Cryptography;
using TypedExplain.Media;
using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Images;

public class IdxFileTests
{
    private static readonly byte[] s_images = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 3, 0, 51, 102, 153, 204, 255, 6, 7, 8, 9, 10, 11];
    private static readonly byte[] s_labels = [0, 0, 8, 1, 0, 0, 0, 3, 7, 0, 9];

    [Fact]
    public void PlainAndCompressed()
    {
        foreach (byte[] file in new[] { s_images, Compressed(s_images) })
        {
            IdxImages images = IdxFile.ReadImages(new MemoryStream(file));
            Assert.Equal((2, 2, 3), (images.Count, images.Height, images.Width));
            Assert.Equal(s_images[22..], images[1].ToArray());
            float[] pixels = new float[6];
            images.CopyTo(0, pixels);
            Assert.Equal([0f, 0.2f, 0.4f, 0.6f, 0.8f, 1f], pixels);
        }

        foreach (byte[] file in new[] { s_labels, Compressed(s_labels) })
            Assert.Equal([7, 0, 9], IdxFile.ReadLabels(new MemoryStream(file)).AsEnumerable());
    }

    [Fact]
    public void TheStreamStaysOpen()
    {
        using MemoryStream stream = new(s_labels);
        _ = IdxFile.ReadLabels(stream);
        Assert.True(stream.CanRead);
    }

    [Fact]
    public void EveryCutFileIsRefused()
    {
        for (int length = 0; length < s_images.Length; length++)
        {
            Assert.Throws<InvalidDatasetException>(() => IdxFile.ReadImages(new MemoryStream(s_images[..length])));
            Assert.Throws<InvalidDatasetException>(() => IdxFile.ReadImages(new MemoryStream(Compressed(s_images[..length]))));
        }

        // The last bytes of gzip say that it ends, and check; the pixels are complete without them.
        byte[] compressed = Compressed(s_images);
        for (int length = 0; length < compressed.Length - 10; length++)
            Assert.Throws<InvalidDatasetException>(() => IdxFile.ReadImages(new MemoryStream(compressed[..length])));
    }

    [Fact]
    public void Messages()
    {
        Assert.Equal("The IDX file is cut off: its header says 2 images of 2×3, a byte per pixel, so 12 bytes must follow it, and 11 do.", Images(s_images[..^1]));
        Assert.Equal("The IDX file goes on after its end: its header says 2 images of 2×3, a byte per pixel, so 12 bytes must follow it, and there are more.", Images([.. s_images, 0]));
        Assert.Equal("The file is not an IDX file of images: it must begin with 00000803, or with 1F8B if it is compressed by gzip, and it begins with 00000801.", Images(s_labels));
        Assert.Equal("The file is not an IDX file of images: unpacked, it must begin with 00000803, and it begins with 00000801.", Images(Compressed(s_labels)));
        Assert.Equal("The file is not an IDX file of images: it must begin with 00000803, or with 1F8B if it is compressed by gzip, and it is empty.", Images([]));
        Assert.Equal("The IDX file of images is cut off in its header: after the magic number it must have 12 bytes with count, rows, columns.", Images(s_images[..10]));
        Assert.Contains("is damaged: what gzip should unpack is not gzip", Images([0x1F, 0x8B, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]));
        Assert.Contains("says 2 images of 0×3", Images([.. s_images[..8], 0, 0, 0, 0, .. s_images[12..]]));
        Assert.Contains("says -1 images of 2×3", Images([.. s_images[..4], 255, 255, 255, 255, .. s_images[8..]]));

        // A header that promises two gigabytes costs no memory.
        Assert.Contains("and 12 do", Images([.. s_images[..4], 15, 0, 0, 0, .. s_images[8..]]));
        Assert.Contains("its header says 3 labels, a byte each, so 3 bytes must follow it, and 2 do", Assert.Throws<InvalidDatasetException>(() => IdxFile.ReadLabels(new MemoryStream(s_labels[..^1]))).Message);
    }

    [Fact]
    public void CountsThatDoNotMatch()
    {
        string folder = Directory.CreateTempSubdirectory("idx").FullName;
        try
        {
            string images = Path.Combine(folder, "images"), labels = Path.Combine(folder, "labels");
            File.WriteAllBytes(images, s_images);
            File.WriteAllBytes(labels, s_labels);
            Assert.Equal("The IDX files hold 2 images and 3 labels; each image needs one label.", Assert.Throws<InvalidDatasetException>(() => IdxFile.Read(images, labels)).Message);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The sums of the originals, from the data's README.</summary>
    [DataFact]
    public void FashionMnist()
    {
        (IdxImages images, var labels) = IdxFile.Read(Path.Combine(TestData.Folder, "fashion-mnist/t10k-images-idx3-ubyte.gz"), Path.Combine(TestData.Folder, "fashion-mnist/t10k-labels-idx1-ubyte.gz"));
        Assert.Equal((10_000, 28, 28), (images.Count, images.Height, images.Width));
        Assert.All(Enumerable.Range(0, 10), label => Assert.Equal(1000, labels.Count(own => own == label)));
        byte[] file = [0, 0, 8, 3, 0, 0, 39, 16, 0, 0, 0, 28, 0, 0, 0, 28, .. images.Pixels];
        Assert.Equal("8181F5470BAA50B63FA0F6FDDB340F0A", Convert.ToHexString(MD5.HashData(file)));
    }

    private static string Images(byte[] file) => Assert.Throws<InvalidDatasetException>(() => IdxFile.ReadImages(new MemoryStream(file))).Message;

    private static byte[] Compressed(byte[] bytes)
    {
        using MemoryStream file = new();
        using (GZipStream gzip = new(file, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(bytes);
        return file.ToArray();
    }
}
