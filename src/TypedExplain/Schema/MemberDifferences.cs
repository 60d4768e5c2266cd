using System.ComponentModel;
using System.Globalization;

namespace TypedExplain.Generated;

/// <summary>For generated code: in which members that no column holds, or not in full, two records differ.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MemberDifferences
{
    private readonly string _prefix;

    internal MemberDifferences(string prefix = "") => _prefix = prefix;

    /// <summary>The members found so far, and what of them differs.</summary>
    internal List<(string Name, LostPart Part)> Found { get; private init; } = [];

    /// <summary>Compares a member that is not a feature.</summary>
    /// <typeparam name="TMember">Its type.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="first">That of the first record.</param>
    /// <param name="second">That of the second.</param>
    public void Member<TMember>(string name, TMember first, TMember second) =>
        Add(name, LostPart.Whole, EqualityComparer<TMember>.Default.Equals(first, second));

    /// <summary>Compares a decimal.</summary>
    /// <param name="name">The name of the property.</param>
    /// <param name="first">That of the first record.</param>
    /// <param name="second">That of the second.</param>
    public void Feature(string name, decimal? first, decimal? second) => Add(name, LostPart.Digits, first is null || second is null || first == second);

    /// <summary>Compares an array of decimals.</summary>
    /// <param name="name">The name of the property.</param>
    /// <param name="first">That of the first record.</param>
    /// <param name="second">That of the second.</param>
    public void Feature(string name, ReadOnlySpan<decimal> first, ReadOnlySpan<decimal> second)
    {
        for (int i = 0; i < Math.Min(first.Length, second.Length); i++)
            Feature(string.Create(CultureInfo.InvariantCulture, $"{name}[{i}]"), first[i], second[i]);
    }

    /// <summary>Compares a duration.</summary>
    /// <param name="name">The name of the property.</param>
    /// <param name="first">That of the first record.</param>
    /// <param name="second">That of the second.</param>
    public void Feature(string name, TimeSpan? first, TimeSpan? second) => Add(name, LostPart.Digits, first is null || second is null || first == second);

    /// <summary>Compares a date and time.</summary>
    /// <param name="name">The name of the property.</param>
    /// <param name="first">That of the first record.</param>
    /// <param name="second">That of the second.</param>
    public void Feature(string name, DateTime? first, DateTime? second)
    {
        if (first is not { } one || second is not { } other)
            return;
        Add(name, LostPart.Kind, one.Kind == other.Kind);
        Add(name, LostPart.Digits, one.Ticks == other.Ticks);
    }

    /// <summary>Compares an instant.</summary>
    /// <param name="name">The name of the property.</param>
    /// <param name="first">That of the first record.</param>
    /// <param name="second">That of the second.</param>
    public void Feature(string name, DateTimeOffset? first, DateTimeOffset? second)
    {
        if (first is not { } one || second is not { } other)
            return;
        Add(name, LostPart.Offset, one.Offset == other.Offset);
        Add(name, LostPart.Digits, one.UtcTicks == other.UtcTicks);
    }

    /// <summary>Compares a record inside.</summary>
    /// <typeparam name="TInner">Its type.</typeparam>
    /// <param name="name">The name of the property.</param>
    /// <param name="first">That of the first record.</param>
    /// <param name="second">That of the second.</param>
    public void Inside<TInner>(string name, in TInner first, in TInner second)
        where TInner : IFeatureRecord<TInner> => TInner.Differ(in first, in second, new($"{_prefix}{name}.") { Found = Found });

    private void Add(string name, LostPart part, bool isSame)
    {
        if (!isSame)
            Found.Add((_prefix + name, part));
    }
}
