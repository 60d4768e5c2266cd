using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using TypedExplain.Files;
using TypedExplain.Generated;
using TypedExplain.Media;

namespace TypedExplain.Data;

/// <summary>
/// The SHA-256 of rows, in their order and whatever the order. A row is its columns to the bit, its texts and images and its times
/// to the tick; what it is known by, and members that are not features, do not count.
/// </summary>
/// <param name="InOrder">That of the schema, the rows one after the other, and the target.</param>
/// <param name="InAnyOrder">The same where rows change places, and whatever the target.</param>
internal sealed record RowDigests(string InOrder, string InAnyOrder)
{
    private const int Size = SHA256.HashSizeInBytes;

    /// <summary>Computes both.</summary>
    public static RowDigests Of<T>(Dataset<T> data)
        where T : IFeatureRecord<T>
    {
        byte[][] rows = new byte[data.Count][];
        using (IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256))
        {
            MediaValues media = new(T.Schema.Media.Length);
            TimeValues times = new(T.Schema.Features.Length);
            for (int row = 0; row < rows.Length; row++)
            {
                hash.AppendData(MemoryMarshal.AsBytes(data.Encoded[row]));
                AppendTimes(hash, data[row], times);
                if (!T.Schema.Media.IsEmpty)
                    AppendMedia(hash, data[row], media);
                rows[row] = hash.GetHashAndReset();
            }
        }

        string inOrder = Of<T>(rows, data.Target);
        Array.Sort(rows, static (left, right) => left.AsSpan().SequenceCompareTo(right));
        return new(inOrder, Of<T>(rows, target: null));
    }

    private static string Of<T>(byte[][] rows, Target? target)
        where T : IFeatureRecord<T> => ContentDigest.OfValues(writer =>
        {
            writer.Write(T.Schema.ToJson());
            writer.Write(rows.Length);
            foreach (byte[] row in rows)
                writer.Write(row);
            if (target is null)
                return;
            writer.Write(target.Classes.Length);
            foreach (string name in target.Classes)
                writer.Write(name);
            foreach (double value in target.Values)
                writer.Write(value);
        });

    private static void AppendTimes<T>(IncrementalHash hash, T record, TimeValues times)
        where T : IFeatureRecord<T>
    {
        times.Clear();
        T.ReadTimes(in record, times);
        Span<byte> bytes = stackalloc byte[(2 * sizeof(long)) + (2 * sizeof(int))];
        foreach (Feature<T> feature in T.Schema.Features)
        {
            if (times[feature.Index] is not { } time)
                continue;
            BinaryPrimitives.WriteInt32LittleEndian(bytes, feature.Index);
            BinaryPrimitives.WriteInt32LittleEndian(bytes[sizeof(int)..], (int)time.Kind);
            BinaryPrimitives.WriteInt64LittleEndian(bytes[(2 * sizeof(int))..], time.Ticks);
            BinaryPrimitives.WriteInt64LittleEndian(bytes[^sizeof(long)..], time.Offset.Ticks);
            hash.AppendData(bytes);
        }
    }

    private static void AppendMedia<T>(IncrementalHash hash, T record, MediaValues values)
        where T : IFeatureRecord<T>
    {
        T.ReadMedia(record, values);
        Span<byte> part = stackalloc byte[Size];
        foreach (MediaFeature<T> media in T.Schema.Media)
        {
            // Each by a digest of its own, so that the end of one text is never the beginning of the next.
            ReadOnlySpan<byte> content = media.IsText ? Encoding.Unicode.GetBytes(values.Text(media.Index)) : MemoryMarshal.AsBytes(values.Image(media.Index).Span);
            SHA256.HashData(content, part);
            hash.AppendData(part);
        }
    }
}
