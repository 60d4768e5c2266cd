using System.Collections.Immutable;
using TypedExplain.Data.CsvFiles;

namespace TypedExplain.Data.JsonRecords;

/// <summary>The members of a record's JSON, made of its schema once: features whose names have dots or places in a list stand inside others.</summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class RecordShape<T>
    where T : IFeatureRecord<T>
{
    private int _count;

    private RecordShape()
    {
        ImmutableArray<RecordMember<T>> key = T.RowKey is { } own ? [new(_count++, own.Name, own.Name) { Form = MemberForm.Key }] : [];
        ImmutableArray<RecordMember<T>> features = Members(0, T.Schema.Features.Length, "");
        Root = new(_count++, T.Schema.Name, "", [.. key, .. features, .. T.Schema.Media.Select(media => new RecordMember<T>(_count++, media.Name, media.Name) { Form = media.IsText ? MemberForm.Text : MemberForm.Image, Media = media })])
        {
            Form = MemberForm.Record,
            Cells = [.. features.SelectMany(member => member.Cells)],
        };
    }

    /// <summary>The shape of the record.</summary>
    public static RecordShape<T> Own { get; } = new();

    /// <summary>The record itself.</summary>
    public RecordMember<T> Root { get; }

    /// <summary>How many members there are, those inside others too.</summary>
    public int Count => _count;

    private ImmutableArray<RecordMember<T>> Members(int first, int end, string prefix)
    {
        ImmutableArray<RecordMember<T>>.Builder members = ImmutableArray.CreateBuilder<RecordMember<T>>();
        while (first < end)
        {
            string rest = T.Schema.Features[first].Name[prefix.Length..];
            int stop = rest.AsSpan().IndexOfAny('.', '[');
            string name = stop < 0 ? rest : rest[..stop], path = prefix + name;
            int next = stop < 0 ? first + 1 : End(first, end, path + rest[stop]);
            Feature<T>? missing = next < end && T.Schema.Features[next] is { Kind: FeatureKind.Missing } own && own.Covers == next - first ? own : null;
            members.Add(Member(first, next, name, path, stop < 0 ? default : rest[stop], missing));
            first = missing is null ? next : next + 1;
        }

        return members.ToImmutable();
    }

    private RecordMember<T> Member(int first, int end, string name, string path, char mark, Feature<T>? missing)
    {
        ImmutableArray<RecordMember<T>> inside = mark == '.' ? Members(first, end, path + ".") : [];
        return new(_count++, name, path, inside)
        {
            Form = mark switch { '.' => MemberForm.Record, '[' => MemberForm.List, _ => MemberForm.Value },
            Missing = missing,
            Cells = mark == '.' ? [.. inside.SelectMany(member => member.Cells)] : [.. T.Schema.Features[first..end].Select(feature => new CsvCell<T>(feature))],
        };
    }

    /// <summary>Where the features that begin with some words end.</summary>
    private static int End(int first, int end, string prefix)
    {
        while (first < end && T.Schema.Features[first].Name.StartsWith(prefix, StringComparison.Ordinal))
            first++;
        return first;
    }
}
