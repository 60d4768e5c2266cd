using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using TypedExplain.Media;

namespace TypedExplain.Text.Vectors;

/// <summary>The two formats in which word2vec programs exchange vectors. Memory grows with what a file holds, not with what it says of itself.</summary>
internal static class WordVectorFile
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static void WriteText(Word2Vec vectors, Stream stream)
    {
        using StreamWriter writer = new(stream, s_utf8, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{vectors.Words.Length} {vectors.Dimensions}"));
        for (int i = 0; i < vectors.Words.Length; i++)
        {
            writer.Write(Checked(vectors.Words[i]));
            foreach (float value in vectors.Vector(i))
                writer.Write(string.Create(CultureInfo.InvariantCulture, $" {value}"));
            writer.WriteLine();
        }
    }

    public static Word2Vec ReadText(Stream stream)
    {
        using StreamReader reader = new(stream, s_utf8, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        try
        {
            VectorList list = new(reader.ReadLine() ?? "");
            while (list.Count < list.Words)
            {
                if (reader.ReadLine() is not { } line)
                    throw list.CutOff();
                list.AddLine(line);
            }

            while (reader.ReadLine() is { } rest)
            {
                if (!string.IsNullOrWhiteSpace(rest))
                    throw list.TooLong();
            }

            return list.Build();
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidModelException("The text of word vectors is no UTF-8; a file of the binary format is read by LoadBinary.");
        }
    }

    public static void WriteBinary(Word2Vec vectors, Stream stream)
    {
        using BinaryWriter writer = new(stream, s_utf8, leaveOpen: true);
        writer.Write(s_utf8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{vectors.Words.Length} {vectors.Dimensions}\n")));
        for (int i = 0; i < vectors.Words.Length; i++)
        {
            writer.Write(s_utf8.GetBytes(Checked(vectors.Words[i]) + " "));
            foreach (float value in vectors.Vector(i))
                writer.Write(value);
            writer.Write((byte)'\n');
        }
    }

    public static Word2Vec ReadBinary(Stream stream)
    {
        using BufferedStream reader = new(new LeaveOpenStream(stream), 1 << 16);
        try
        {
            VectorList list = new(Upto(reader, (byte)'\n', out _));
            byte[] bytes = new byte[4 * Math.Min(list.Dimensions, 1 << 12)];
            while (list.Count < list.Words)
            {
                string word = Upto(reader, (byte)' ', out bool isEnd);
                if (isEnd)
                    throw list.CutOff();
                list.AddWord(word);
                for (int done = 0; done < list.Dimensions;)
                {
                    Span<byte> part = bytes.AsSpan(0, 4 * Math.Min(list.Dimensions - done, bytes.Length / 4));
                    if (reader.ReadAtLeast(part, part.Length, throwOnEndOfStream: false) < part.Length)
                        throw list.CutOff();
                    for (int i = 0; i < part.Length; i += 4, done++)
                        list.AddNumber(BinaryPrimitives.ReadSingleLittleEndian(part[i..]));
                }
            }

            for (int rest; (rest = reader.ReadByte()) >= 0;)
            {
                if (rest is not ('\n' or '\r' or ' '))
                    throw list.TooLong();
            }

            return list.Build();
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidModelException("A word of the binary word vectors is no UTF-8; either the number of dimensions is wrong, or the file is damaged.");
        }
    }

    /// <summary>The text up to a byte, which is taken off too; line ends before it are skipped, and longer than any word it cannot be.</summary>
    private static string Upto(Stream stream, byte end, out bool isEnd)
    {
        const int LongestWord = 1 << 16;
        List<byte> bytes = [];
        for (int value; (value = stream.ReadByte()) >= 0;)
        {
            if (value == end)
            {
                isEnd = false;
                return s_utf8.GetString([.. bytes]);
            }

            if (bytes.Count == LongestWord)
                throw new InvalidModelException($"The binary word vectors hold a word of more than {LongestWord} bytes; either the number of dimensions is wrong, or the file is damaged.");
            if (bytes.Count > 0 || value is not ('\n' or '\r'))
                bytes.Add((byte)value);
        }

        isEnd = true;
        return s_utf8.GetString([.. bytes]);
    }

    private static string Checked(string word) => word.Any(char.IsWhiteSpace)
        ? throw new InvalidModelException($"The word \"{word}\" holds white space, which this format cannot tell from its separators; store the vectors by Save.")
        : word;
}
