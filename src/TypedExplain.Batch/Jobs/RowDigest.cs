using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using TypedExplain.Generated;

namespace TypedExplain.Batch.Jobs;

/// <summary>
/// The SHA-256 of a record and its result: the number of its row, its key, its columns as bits, its texts and images, then the cells
/// of its result. What is protected is left out where it is withheld, since a digest of few possible values tells them.
/// </summary>
internal sealed class RowDigest<T>(ProtectedValues protectedValues)
    where T : IFeatureRecord<T>
{
    private readonly ArrayBufferWriter<byte> _content = new();
    private readonly double[] _columns = new double[T.Schema.Columns];

    /// <summary>The digest of a row.</summary>
    /// <param name="number">The number of its row.</param>
    /// <param name="record">The record.</param>
    /// <param name="results">Results, of which one is its own.</param>
    /// <param name="row">Which one.</param>
    /// <param name="digest">Where to write it.</param>
    public void Of(long number, T record, ResultRows results, int row, Span<byte> digest)
    {
        _content.ResetWrittenCount();
        Add(number);
        Add(T.RowKey?.TextOf(record));
        T.Schema.Encode(in record, _columns);
        foreach (Feature<T> feature in T.Schema.Features)
        {
            if (IsTold(feature.IsProtected))
                _content.Write(MemoryMarshal.AsBytes(_columns.AsSpan(feature.Column, feature.ColumnCount)));
        }

        AddMedia(record);
        for (int column = 0; column < results.Columns.Length; column++)
            Add(results, column, row);
        SHA256.HashData(_content.WrittenSpan, digest);
    }

    private bool IsTold(bool isProtected) => protectedValues == ProtectedValues.Kept || !isProtected;

    private void AddMedia(T record)
    {
        if (T.Schema.Media.IsEmpty)
            return;
        MediaValues values = T.Schema.ReadMedia(record);
        foreach (Media.MediaFeature<T> media in T.Schema.Media.Where(media => IsTold(media.IsProtected)))
        {
            if (media.IsText)
                Add(values.Text(media.Index));
            else
                _content.Write(MemoryMarshal.AsBytes(values.Image(media.Index).Span));
        }
    }

    private void Add(ResultRows results, int column, int row)
    {
        switch (results.Columns[column].Kind)
        {
            case ResultColumnKind.Number:
                Add(BitConverter.DoubleToInt64Bits(results.Numbers(column)[row]));
                break;
            case ResultColumnKind.Count:
                Add(results.Counts(column)[row] ?? long.MinValue);
                break;
            case ResultColumnKind.Text:
                Add(results.Texts(column)[row]);
                break;
            default:
                Add(results.Flags(column)[row] is not { } flag ? -1 : flag ? 1 : 0);
                break;
        }
    }

    private void Add(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_content.GetSpan(sizeof(long)), value);
        _content.Advance(sizeof(long));
    }

    private void Add(string? text)
    {
        Add(text is null ? -1 : Encoding.UTF8.GetByteCount(text));
        if (text is not null)
            Encoding.UTF8.GetBytes(text, _content);
    }
}
