using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace TypedExplain.Media;

/// <summary>Reads the IDX files of MNIST and its kin: bytes behind a big-endian header, plain or compressed by gzip.</summary>
public static class IdxFile
{
    private const uint ImagesMagic = 0x00000803;
    private const uint LabelsMagic = 0x00000801;

    /// <summary>Reads a file of pictures, such as that of MNIST.</summary>
    /// <param name="stream">The magic number 00000803, how many, rows, columns, then a byte per pixel.</param>
    /// <exception cref="InvalidDatasetException">It is not such a file, cut off, damaged or longer than its header says.</exception>
    public static IdxImages ReadImages(Stream stream)
    {
        using Stream content = Open(stream, ImagesMagic, "images");
        int[] counts = Counts(content, "images", "count", "rows", "columns");
        (int count, int height, int width) = (counts[0], counts[1], counts[2]);
        if (height < 1 || width < 1 || count < 0 || (long)height * width > Array.MaxLength || (long)count * height * width > Array.MaxLength)
            throw new InvalidDatasetException($"The header of the IDX file of images says {count} images of {height}×{width}; there must be at least one pixel each, and no more than {Array.MaxLength} in all.");
        return new(height, width, Rest(content, count * height * width, $"{count} images of {height}×{width}, a byte per pixel"));
    }

    /// <summary>Reads images from a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDatasetException">It is not such a file, cut off, damaged or longer than its header says.</exception>
    public static IdxImages ReadImages(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        using FileStream stream = File.OpenRead(path);
        return ReadImages(stream);
    }

    /// <summary>Reads a file of classes, one byte per picture.</summary>
    /// <param name="stream">The magic number 00000801, how many, then a byte per label.</param>
    /// <exception cref="InvalidDatasetException">It is not such a file, cut off, damaged or longer than its header says.</exception>
    public static ImmutableArray<byte> ReadLabels(Stream stream)
    {
        using Stream content = Open(stream, LabelsMagic, "labels");
        int count = Counts(content, "labels", "count")[0];
        if (count < 0 || count > Array.MaxLength)
            throw new InvalidDatasetException($"The header of the IDX file of labels says {count} labels; there must be from 0 to {Array.MaxLength}.");
        return Rest(content, count, $"{count} labels, a byte each");
    }

    /// <summary>Reads labels from a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDatasetException">It is not such a file, cut off, damaged or longer than its header says.</exception>
    public static ImmutableArray<byte> ReadLabels(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        using FileStream stream = File.OpenRead(path);
        return ReadLabels(stream);
    }

    /// <summary>Reads images and the label of each.</summary>
    /// <param name="imagesPath">The file of images.</param>
    /// <param name="labelsPath">The file of labels.</param>
    /// <exception cref="InvalidDatasetException">A file is not what it should be, or there is not one label per image.</exception>
    public static (IdxImages Images, ImmutableArray<byte> Labels) Read(string imagesPath, string labelsPath)
    {
        ArgumentNullException.ThrowIfNull(imagesPath);
        ArgumentNullException.ThrowIfNull(labelsPath);
        IdxImages images = ReadImages(imagesPath);
        ImmutableArray<byte> labels = ReadLabels(labelsPath);
        return images.Count == labels.Length
            ? (images, labels)
            : throw new InvalidDatasetException($"The IDX files hold {images.Count} images and {labels.Length} labels; each image needs one label.");
    }

    /// <summary>The content after its magic number.</summary>
    private static Stream Open(Stream stream, uint magic, string what)
    {
        ArgumentNullException.ThrowIfNull(stream);
        byte[] start = new byte[4];
        int read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        bool isCompressed = read >= 2 && start[0] == 0x1F && start[1] == 0x8B;
        Stream content = new Prefixed(start.AsMemory(0, read), stream);
        if (isCompressed)
            content = new GZipStream(content, CompressionMode.Decompress);
        read = Read(content, start);
        if (read == start.Length && BinaryPrimitives.ReadUInt32BigEndian(start) == magic)
            return content;
        content.Dispose();
        throw new InvalidDatasetException($"The file is not an IDX file of {what}: {(isCompressed ? "unpacked, it" : "it")} must begin with {magic:X8}{(isCompressed ? "" : ", or with 1F8B if it is compressed by gzip")}, and it {(read == 0 ? "is empty" : $"begins with {Convert.ToHexString(start, 0, read)}")}.");
    }

    private static int[] Counts(Stream content, string what, params string[] names)
    {
        byte[] bytes = new byte[4];
        int[] counts = new int[names.Length];
        for (int i = 0; i < names.Length; i++)
        {
            if (Read(content, bytes) < bytes.Length)
                throw new InvalidDatasetException($"The IDX file of {what} is cut off in its header: after the magic number it must have {4 * names.Length} bytes with {string.Join(", ", names)}.");
            counts[i] = BinaryPrimitives.ReadInt32BigEndian(bytes);
        }

        return counts;
    }

    /// <summary>The rest of the file, which must have exactly so many bytes. Memory grows with what is there, not with what the header says.</summary>
    private static ImmutableArray<byte> Rest(Stream content, int length, string what)
    {
        byte[] bytes = new byte[Math.Min(length, 1 << 16)];
        int filled = Read(content, bytes);
        while (filled == bytes.Length && filled < length)
        {
            Array.Resize(ref bytes, (int)Math.Min(length, 2L * filled));
            filled += Read(content, bytes.AsSpan(filled));
        }

        if (filled < length)
            throw new InvalidDatasetException($"The IDX file is cut off: its header says {what}, so {length} bytes must follow it, and {filled} do.");
        if (Read(content, stackalloc byte[1]) > 0)
            throw new InvalidDatasetException($"The IDX file goes on after its end: its header says {what}, so {length} bytes must follow it, and there are more.");
        return ImmutableCollectionsMarshal.AsImmutableArray(bytes);
    }

    private static int Read(Stream content, Span<byte> bytes)
    {
        try
        {
            return content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException error)
        {
            throw new InvalidDatasetException($"The IDX file is damaged: what gzip should unpack is not gzip, or is cut off. {error.Message}");
        }
    }

    /// <summary>Bytes that were read already, and the stream that they came from, which stays open.</summary>
    private sealed class Prefixed(ReadOnlyMemory<byte> prefix, Stream rest) : Stream
    {
        private int _done;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            if (_done == prefix.Length)
                return rest.Read(buffer);
            int count = Math.Min(buffer.Length, prefix.Length - _done);
            prefix.Span.Slice(_done, count).CopyTo(buffer);
            _done += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
