using System.Runtime.InteropServices;
using TypedExplain.Files;
using TypedExplain.Text.Vectors;

namespace TypedExplain.Media;

public sealed partial class Word2Vec
{
    private const string Format = "TypedExplain.Word2Vec";

    /// <summary>Stores the vectors with a check of their content. The same vectors give the same bytes.</summary>
    /// <param name="stream">Where they go.</param>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        StoredFile.Write(stream, Format, schema: "", writer =>
        {
            writer.Write(Words.Length);
            writer.Write(Dimensions);
            for (int i = 0; i < Words.Length; i++)
            {
                writer.Write(Words[i]);
                foreach (float value in _vectors[i])
                    writer.Write(value);
            }
        });
    }

    /// <summary>Stores the vectors in a file.</summary>
    /// <param name="path">The file; one that exists is replaced, and stays as it was where writing fails.</param>
    public void Save(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        WholeFile.Write(path, Save);
    }

    /// <summary>Loads vectors; they are the same, to the bit.</summary>
    /// <param name="stream">What <see cref="Save(Stream)"/> wrote.</param>
    /// <exception cref="InvalidModelException">It is not such a file, of another version, cut off or damaged.</exception>
    public static Word2Vec Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return StoredFile.Read(stream, Format, _ => { }, reader =>
        {
            // A word has a byte for its length, one letter at least, and its numbers.
            int dimensions, count = reader.ReadInt32(1, Math.Max(1, reader.Left / 6), "the number of words");
            dimensions = reader.ReadInt32(1, Math.Max(1, ((reader.Left / count) - 2) / sizeof(float)), "the number of dimensions");
            string[] words = new string[count];
            float[] vectors = new float[count * dimensions];
            for (int i = 0; i < count; i++)
            {
                words[i] = reader.ReadText();
                reader.ReadSingles(vectors.AsSpan(i * dimensions, dimensions));
            }

            return new Word2Vec(ImmutableCollectionsMarshal.AsImmutableArray(words), vectors);
        });
    }

    /// <summary>Loads vectors from a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidModelException">It is not such a file, of another version, cut off or damaged.</exception>
    public static Word2Vec Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        using FileStream stream = File.OpenRead(path);
        return Load(stream);
    }

    /// <summary>Stores the vectors as the text that other word2vec programs read: a line with both counts, then a line per word.</summary>
    /// <param name="stream">Where they go.</param>
    /// <exception cref="InvalidModelException">A word holds white space, which that format cannot tell from its separators.</exception>
    public void SaveText(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        WordVectorFile.WriteText(this, stream);
    }

    /// <summary>Loads vectors from the text that other word2vec programs write.</summary>
    /// <param name="stream">UTF-8: a line with the number of words and of dimensions, then per line a word and its numbers.</param>
    /// <exception cref="InvalidModelException">The file is cut off, its counts are wrong, or a number is not finite; the message says where.</exception>
    public static Word2Vec LoadText(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return WordVectorFile.ReadText(stream);
    }

    /// <summary>Stores the vectors as the bytes that other word2vec programs read: a line with both counts, then per word its name, a blank and numbers of single precision.</summary>
    /// <param name="stream">Where they go.</param>
    /// <exception cref="InvalidModelException">A word holds white space, which that format cannot tell from its separators.</exception>
    public void SaveBinary(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        WordVectorFile.WriteBinary(this, stream);
    }

    /// <summary>Loads vectors from the bytes that other word2vec programs write.</summary>
    /// <param name="stream">A line with the number of words and of dimensions, then per word its name, a blank and its numbers, little-endian; a line end before a name is skipped.</param>
    /// <exception cref="InvalidModelException">The file is cut off, its counts are wrong, or a number is not finite; the message says where.</exception>
    public static Word2Vec LoadBinary(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return WordVectorFile.ReadBinary(stream);
    }
}
