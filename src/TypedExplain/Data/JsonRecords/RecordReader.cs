using System.Globalization;
using System.Text.Json;
using TypedExplain.Data.CsvFiles;
using TypedExplain.Errors;
using TypedExplain.Generated;
using TypedExplain.Images;

namespace TypedExplain.Data.JsonRecords;

/// <summary>Reads one record: first which member stands where, then the values, then the record that they make.</summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class RecordReader<T>
    where T : IFeatureRecord<T>
{
    private readonly FaultList _faults = new();
    private readonly GivenMembers<T> _given;
    private readonly double[] _columns = new double[T.Schema.Columns];
    private readonly TimeValues _times = new(T.Schema.Features.Length);
    private readonly MediaValues _media = new(T.Schema.Media.Length);
    private string _key = "";

    public RecordReader() => _given = new(_faults);

    /// <summary>Reads an object.</summary>
    /// <exception cref="InvalidRecordException">It is not a record of the schema.</exception>
    public T Read(JsonElement json)
    {
        RecordMember<T> root = RecordShape<T>.Own.Root;
        if (json.ValueKind == JsonValueKind.Object)
        {
            _given.Take(json, root);
            foreach (RecordMember<T> member in root.Members)
                Read(member);
        }
        else
        {
            _faults.Add("", $"it is {MemberValues.KindOf(json)}; it must be an object with {Names(root)}");
        }

        return _faults.IsEmpty ? Make() : throw _faults.Error(T.Schema.Name);
    }

    private void Read(RecordMember<T> member)
    {
        bool isGiven = _given[member] is { ValueKind: not JsonValueKind.Null } || _given.IsOpen(member);
        if (!isGiven && member.IsNullable)
            Clear(member);
        else if (!isGiven)
            _faults.Add(member.Path, $"{(_given[member] is null ? "it is missing" : "it is null")}; it must be {Allowed(member)}");
        else
            ReadGiven(member);
    }

    private void ReadGiven(RecordMember<T> member)
    {
        if (member.Missing is { } missing)
            _columns[missing.Column] = 0;
        switch (member.Form)
        {
            case MemberForm.Record when _given.IsOpen(member):
                foreach (RecordMember<T> inside in member.Members)
                    Read(inside);
                break;
            case MemberForm.List when _given[member]!.Value is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() == member.Cells.Length:
                int at = 0;
                foreach (JsonElement item in list.EnumerateArray())
                    Read(item, member.Cells[at++]);
                break;
            case MemberForm.Value:
                Read(_given[member]!.Value, member.Cells[0]);
                break;
            case MemberForm.Text or MemberForm.Image or MemberForm.Key when Text(member, _given[member]!.Value) is null:
                break;
            default:
                JsonElement value = _given[member]!.Value;
                string found = value.ValueKind == JsonValueKind.Array ? string.Create(CultureInfo.InvariantCulture, $"a list of {value.GetArrayLength()}") : MemberValues.KindOf(value);
                _faults.Add(member.Path, $"it is {found}; it must be {(member.Media is null || value.ValueKind != JsonValueKind.String ? Allowed(member) : Text(member, value))}");
                break;
        }
    }

    private void Read(JsonElement value, CsvCell<T> cell)
    {
        Feature<T> feature = cell.Feature;
        if (MemberValues.Cell(value, feature) is not { } text)
            _faults.Add(feature.Name, $"it is {(feature.IsProtected ? MemberValues.KindOf(value) : MemberValues.Shown(value))}; {MemberValues.Must(value, feature)}", MemberValues.Must(value, feature));
        else if (cell.Read(text, _columns.AsSpan(), _times) is { } reason)
            _faults.Add(feature.Name, MemberValues.Shown(value), feature.IsProtected, feature.IsProtected ? CsvWords.Must(feature.Allowed) : reason, CsvWords.Must(feature.Allowed));
    }

    /// <summary>Takes a text, an image or the key; gives null, or what it must be.</summary>
    private string? Text(RecordMember<T> member, JsonElement value)
    {
        if (member.Form == MemberForm.Key)
        {
            string? key = T.RowKey!.Form == Schema.Values.KeyForm.Whole
                ? value.ValueKind == JsonValueKind.Number ? value.GetRawText() : null
                : MemberValues.Text(value);
            _key = key ?? "";
            return key is null ? Allowed(member) : null;
        }

        if (MemberValues.Text(value) is not { } text)
            return value.ValueKind == JsonValueKind.String ? "without half of a surrogate pair" : Allowed(member);
        if (member.Media!.Shape is not { } shape)
        {
            _media.Set(member.Media.Index, text);
            return null;
        }

        string? reason = PixelBytes.Read(text, shape, out ReadOnlyMemory<float> image);
        _media.Set(member.Media.Index, image);
        return reason;
    }

    private void Clear(RecordMember<T> member)
    {
        if (member.Missing is not { } missing)
            return;
        _columns.AsSpan(member.Cells[0].Feature.Column..missing.Column).Clear();
        _columns[missing.Column] = 1;
    }

    /// <summary>Makes the record and takes it through the border like every other.</summary>
    private T Make()
    {
        try
        {
            T record = T.Decode(_columns, _media, _times);
            T.Schema.Encode(in record, new double[T.Schema.Columns]);
            if (T.RowKey is not { } key)
                return record;
            if (key.TryCarry(_key, record, out T? keyed))
                return keyed;
            _faults.Add(key.Name, $"it is {(_key.Length == 0 ? "empty" : CsvWords.Shorten(_key))}; it must be {key.Allowed}", CsvWords.Must(key.Allowed));
        }
        catch (InvalidFeatureException error)
        {
            _faults.Add(error.Feature, $"it is {error.Value}; it must be {error.Allowed}", CsvWords.Must(error.Allowed));
        }
        catch (Exception error)
        {
            // Any member of the user's own record may refuse values.
            _faults.Add("", "the record's own code refuses these values; the inner exception says why");
            throw _faults.Error(T.Schema.Name, error);
        }

        throw _faults.Error(T.Schema.Name);
    }

    private static string Allowed(RecordMember<T> member) => member switch
    {
        { Form: MemberForm.Record } => $"an object with {Names(member)}",
        { Form: MemberForm.List } => string.Create(CultureInfo.InvariantCulture, $"a list of {member.Cells.Length} numbers, each {member.Cells[0].Feature.Allowed}"),
        { Form: MemberForm.Key } => T.RowKey!.Allowed,
        { Media: { } media } => media.IsText ? media.Allowed : $"{media.Allowed}, as bytes of single precision, the lowest first, in base 64",
        _ => member.Cells[0].Feature.Allowed,
    };

    private static string Names(RecordMember<T> record) => NameList.Names(record.Members.Select(member => member.Name));
}
