using System.Collections.Immutable;
using TypedExplain.Generated;

namespace TypedExplain.Schema.Rows;

/// <summary>Where a row's record has from what no column holds: a record, kept apart from whoever holds it.</summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class RowOrigin<T>
    where T : IFeatureRecord<T>
{
    private readonly T _record;
    private readonly bool _isGiven;

    private RowOrigin(T record, bool isGiven) => (_record, _isGiven) = (record, isGiven);

    /// <summary>The origin of a row; null where the columns of the record hold all of it.</summary>
    /// <param name="record">The record.</param>
    /// <param name="isGiven">Whether the row is this record itself.</param>
    public static RowOrigin<T>? Of(T record, bool isGiven) => Lost(record, out _).IsEmpty ? null : new(Decode(record, like: true), isGiven);

    /// <summary>What of a record its row does not hold.</summary>
    /// <param name="record">The record.</param>
    /// <param name="standIn">The record that its row stands for.</param>
    public static ImmutableArray<LostMember<T>> Lost(T record, out T standIn)
    {
        standIn = Decode(record, like: false);
        return Between(record, standIn);
    }

    /// <summary>Whether equal columns stand for the same record with either.</summary>
    public bool IsSame(RowOrigin<T> other) => ReferenceEquals(this, other) || (_isGiven == other._isGiven && Between(_record, other._record).IsEmpty);

    private static T Decode(T record, bool like)
    {
        double[] columns = new double[T.Schema.Columns];
        T.Encode(record, columns);
        MediaValues media = T.Schema.MediaOf(record);
        return like ? T.Decode(columns, media, record) : T.Schema.Media.IsEmpty ? T.Decode(columns) : T.Decode(columns, media);
    }

    private static ImmutableArray<LostMember<T>> Between(T first, T second)
    {
        MemberDifferences found = new();
        T.Differ(in first, in second, found);
        return [.. found.Found.Select(member => new LostMember<T>(member.Name, member.Part))];
    }
}
