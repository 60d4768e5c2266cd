using System.Globalization;
using System.Text.Json;
using TypedExplain.Data.CsvFiles;
using TypedExplain.Json;

namespace TypedExplain.Data.JsonRecords;

/// <summary>Which member of a record is given where in a JSON object: by its name, in any case, inside objects or with dots.</summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class GivenMembers<T>(FaultList faults)
    where T : IFeatureRecord<T>
{
    private readonly JsonElement?[] _values = new JsonElement?[RecordShape<T>.Own.Count];
    private readonly bool[] _isOpen = new bool[RecordShape<T>.Own.Count];
    private readonly bool[] _isWhole = new bool[RecordShape<T>.Own.Count];

    /// <summary>The value of a member; null where it has none, or where it is an object of a record.</summary>
    public JsonElement? this[RecordMember<T> member] => _values[member.Id];

    /// <summary>Whether members of a record are given.</summary>
    public bool IsOpen(RecordMember<T> record) => _isOpen[record.Id];

    /// <summary>Takes the members of an object.</summary>
    /// <param name="value">The object.</param>
    /// <param name="record">The record that it is.</param>
    public void Take(JsonElement value, RecordMember<T> record)
    {
        _isOpen[record.Id] = true;
        foreach (JsonProperty member in value.EnumerateObject())
        {
            string name;
            try
            {
                name = JsonText.Name(member, "");
            }
            catch (InvalidJsonException)
            {
                faults.Add(record.Path, "it has a member whose name is not text, or holds half of a surrogate pair; remove it");
                continue;
            }

            Take(name, member.Value, record);
        }
    }

    private void Take(string name, JsonElement value, RecordMember<T> record)
    {
        switch (record.Find(name))
        {
            case [RecordMember<T> member]:
                Put(value, member);
                break;
            case []:
                if (name.IndexOf('.') is > 0 and int dot && record.Find(name[..dot]) is [{ Form: MemberForm.Record } inner])
                    TakeInside(name[(dot + 1)..], value, inner);
                else
                    faults.Add(Place(record, name), $"{(record.Path.Length == 0 ? T.Schema.Name : record.Path)} has no member of this name; {NearName.Hint(name, record.Members.Select(member => member.Name))}");
                break;
            case var alike:
                faults.Add(Place(record, name), $"it could be {string.Join(" or ", alike.Select(member => member.Name))}; write one of them as it stands");
                break;
        }
    }

    private void TakeInside(string name, JsonElement value, RecordMember<T> record)
    {
        if (_values[record.Id] is not null)
            Twice(record);
        _isOpen[record.Id] = true;
        Take(name, value, record);
    }

    private void Put(JsonElement value, RecordMember<T> member)
    {
        bool isObject = member.Form == MemberForm.Record && value.ValueKind == JsonValueKind.Object;
        if (_values[member.Id] is not null || _isWhole[member.Id] || (_isOpen[member.Id] && !isObject))
        {
            Twice(member);
        }
        else if (isObject)
        {
            _isWhole[member.Id] = true;
            Take(value, member);
        }
        else
        {
            _values[member.Id] = value;
        }
    }

    private void Twice(RecordMember<T> member) => faults.Add(member.Path, "it stands there twice, perhaps in another case or with a dot; keep one");

    private static string Place(RecordMember<T> record, string name) =>
        string.Create(CultureInfo.InvariantCulture, $"{record.Path}{(record.Path.Length == 0 ? "" : ".")}{CsvWords.Shorten(name)}");
}
