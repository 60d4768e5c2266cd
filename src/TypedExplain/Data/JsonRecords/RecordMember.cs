using System.Collections.Frozen;
using System.Collections.Immutable;
using TypedExplain.Data.CsvFiles;
using TypedExplain.Media;

namespace TypedExplain.Data.JsonRecords;

/// <summary>A member of a record's JSON: a feature, an array of numbers, a record inside, a text, an image or the key; or the record itself.</summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class RecordMember<T>
    where T : IFeatureRecord<T>
{
    private readonly FrozenDictionary<string, RecordMember<T>> _exact;
    private readonly FrozenDictionary<string, ImmutableArray<RecordMember<T>>> _alike;

    /// <summary>A member.</summary>
    /// <param name="id">A number of its own.</param>
    /// <param name="name">Its name in the object that it stands in.</param>
    /// <param name="path">Its name in the whole record.</param>
    /// <param name="members">The members inside; empty but for a record.</param>
    public RecordMember(int id, string name, string path, ImmutableArray<RecordMember<T>> members = default)
    {
        (Id, Name, Path, Members) = (id, name, path, members.IsDefault ? [] : members);
        _exact = Members.ToFrozenDictionary(member => member.Name, StringComparer.Ordinal);
        _alike = Members.GroupBy(member => CsvHeader.Plain(member.Name), StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(alike => alike.Key, alike => alike.ToImmutableArray(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>A number of its own among all members, from 0.</summary>
    public int Id { get; }

    /// <summary>Its name in the object that it stands in.</summary>
    public string Name { get; }

    /// <summary>Its name in the whole record: "Address.City".</summary>
    public string Path { get; }

    /// <summary>The members inside; empty but for a record.</summary>
    public ImmutableArray<RecordMember<T>> Members { get; }

    /// <summary>Its cells: one of a feature, one per number of an array, all of a record.</summary>
    public ImmutableArray<CsvCell<T>> Cells { get; init; } = [];

    /// <summary>What it is.</summary>
    public required MemberForm Form { get; init; }

    /// <summary>The feature that says that it has no value; null where it must have one.</summary>
    public Feature<T>? Missing { get; init; }

    /// <summary>The text or image; null for all else.</summary>
    public MediaFeature<T>? Media { get; init; }

    /// <summary>Whether it may be null or absent.</summary>
    public bool IsNullable => Form == MemberForm.Key ? T.RowKey!.IsNullable : Missing is not null;

    /// <summary>Whether all of it is protected.</summary>
    public bool IsProtected => Form switch
    {
        MemberForm.Key => false,
        MemberForm.Text or MemberForm.Image => Media!.IsProtected,
        _ => Cells.All(cell => cell.Feature.IsProtected),
    };

    /// <summary>The members that a name can mean: the one that is called so, or those that differ in case or punctuation only.</summary>
    public ImmutableArray<RecordMember<T>> Find(string name) =>
        _exact.TryGetValue(name, out RecordMember<T>? member) ? [member]
        : _alike.TryGetValue(CsvHeader.Plain(name), out ImmutableArray<RecordMember<T>> alike) ? alike
        : [];
}
