using System.Text.Json;
using TypedExplain.Data.CsvFiles;
using TypedExplain.Generated;
using TypedExplain.Images;
using TypedExplain.Json;
using TypedExplain.Schema.Values;

namespace TypedExplain.Data.JsonRecords;

/// <summary>Writes one record as an object that is read back as the same.</summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class RecordWriter<T>
    where T : IFeatureRecord<T>
{
    private readonly Utf8JsonWriter _json;
    private readonly bool _isWithheld;
    private readonly string? _key;
    private readonly double[] _columns = new double[T.Schema.Columns];
    private readonly TimeValues _times = new(T.Schema.Features.Length);
    private readonly MediaValues _media;

    /// <summary>Checks a record.</summary>
    /// <exception cref="InvalidFeatureException">It holds what its schema does not allow, or what no text keeps.</exception>
    public RecordWriter(Utf8JsonWriter json, T record, bool isWithheld)
    {
        (_json, _isWithheld) = (json, isWithheld);
        T.Schema.Encode(in record, _columns);
        _media = T.Schema.ReadMedia(record);
        KeptValues<T>.RequireDecimals(record, _columns);
        T.ReadTimes(in record, _times);
        if (T.RowKey is not { } key)
            return;
        _key = key.TextOf(record);
        if (!key.TryCarry(_key ?? "", record, out _))
            throw InvalidFeatureException.NoKey<T>(key.Name, key.Allowed);
    }

    /// <summary>Writes a record with its members.</summary>
    public void Write(RecordMember<T> record)
    {
        _json.WriteStartObject();
        foreach (RecordMember<T> member in record.Members)
        {
            if (_isWithheld && member.IsProtected)
                continue;
            _json.WritePropertyName(member.Name);
            WriteValue(member);
        }

        _json.WriteEndObject();
    }

    private void WriteValue(RecordMember<T> member)
    {
        if (member.Missing is { } missing && Cell.ToBoolean(_columns[missing.Column]))
        {
            _json.WriteNullValue();
            return;
        }

        switch (member.Form)
        {
            case MemberForm.Record:
                Write(member);
                break;
            case MemberForm.List:
                _json.WriteStartArray();
                foreach (CsvCell<T> cell in member.Cells)
                    Write(cell);
                _json.WriteEndArray();
                break;
            case MemberForm.Key when _key is not null && T.RowKey!.Form == KeyForm.Whole:
                _json.WriteRawValue(_key);
                break;
            case MemberForm.Key:
                WriteText(member.Name, _key);
                break;
            case MemberForm.Text:
                WriteText(member.Name, _media.Text(member.Media!.Index));
                break;
            case MemberForm.Image:
                _json.WriteBase64StringValue(PixelBytes.Of(_media.Image(member.Media!.Index).Span));
                break;
            default:
                Write(member.Cells[0]);
                break;
        }
    }

    private void Write(CsvCell<T> cell)
    {
        cell.RequireKept(_times);
        Feature<T> feature = cell.Feature;
        string text = cell.Write(_columns, _times);
        if (feature.Kind == FeatureKind.Flag || (feature.Categories.IsEmpty && feature.DateUnit is null))
            _json.WriteRawValue(text);
        else
            WriteText(feature.Name, text);
    }

    private void WriteText(string name, string? text)
    {
        KeptValues<T>.RequireWellFormed(name, text ?? "");
        _json.WriteTextValue(text);
    }
}
