using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Emitting;

// What a row of columns does not hold: how a record is made of a row and another record, and how two differ in it.
internal sealed partial class Emitter
{
    private void EmitDecodeLike()
    {
        if (!_record.HasMore)
            return;
        Member($"static {_record.FullName} {Interface}.Decode({Names.ReadOnlySpan}<double> columns, {Names.MediaValues} media, in {_record.FullName} like) =>");
        EmitConstruction(
            [.. _record.Ignored.Where(member => member.Parameter is not null).Select(member => $"{Identifier.Escape(member.Parameter!)}: {Like(member)}")],
            [.. _record.Ignored.Where(IsInherited).Select(member => $"{Identifier.Escape(member.Name)} = {Like(member)}")],
            DecodeFeatureLike);
    }

    private void EmitDiffer()
    {
        if (!_record.HasMore)
            return;
        Member($"static void {Interface}.Differ(in {_record.FullName} first, in {_record.FullName} second, {Names.MemberDifferences} differences)");
        _writer.Open();
        foreach (FeatureModel feature in _record.Features.Where(feature => feature.HasMore))
        {
            string first = "first." + Identifier.Escape(feature.Name), second = "second." + Identifier.Escape(feature.Name), name = Literal.Text(feature.Name);
            if (feature.Inner is { } inner && feature.IsNullable)
            {
                _writer.Line($"if ({first} is {{ }} first{feature.Index} && {second} is {{ }} second{feature.Index})");
                _writer.Indented($"differences.Inside<{inner.FullName}>({name}, first{feature.Index}, second{feature.Index});");
            }
            else if (feature.Inner is { } own)
            {
                _writer.Line($"differences.Inside<{own.FullName}>({name}, {first}, {second});");
            }
            else
            {
                _writer.Line($"differences.Feature({name}, {Compared(feature, first)}, {Compared(feature, second)});");
            }
        }

        foreach (IgnoredMember member in _record.Ignored.Where(member => member.Reach != MemberReach.Hidden))
            _writer.Line($"differences.Member({Literal.Text(member.Name)}, first.{Identifier.Escape(member.Name)}, second.{Identifier.Escape(member.Name)});");
        _writer.Close();
    }

    /// <summary>
    /// Whether an initializer sets a member as another record has it. Accessors of the user's may set features too, so they
    /// come before all features, or not at all where a constructor sets some.
    /// </summary>
    private bool IsInherited(IgnoredMember member) =>
        member.IsInitialized
        || (member.Parameter is null && (member.Reach == MemberReach.Automatic || (member.Reach == MemberReach.Accessors && _record.Features.All(feature => feature.IsInitialized))));

    private static string Like(IgnoredMember member) => member.Reach == MemberReach.Hidden ? "default!" : $"like.{Identifier.Escape(member.Name)}";

    private string DecodeFeatureLike(FeatureModel feature)
    {
        if (!feature.HasMore)
            return DecodeFeature(feature);
        string missing = feature.IsNullable ? $"{Names.Cell}.ToBoolean(columns[{MissingColumn(feature)}]) ? null : " : "";
        string property = $"like.{Identifier.Escape(feature.Name)}", column = $"columns[{feature.Column}]";
        if (feature.Inner is { } inner)
        {
            string made = $"{Names.Cell}.ToRecord<{inner.FullName}>({Slice(feature)}";
            return feature.IsNullable
                ? $"{missing}{property} is {{ }} like{feature.Index} ? {made}, like{feature.Index}) : {made})"
                : $"{made}, {property})";
        }

        if (feature.Length is not null)
            return $"{missing}{Names.Cell}.To{(feature.IsImmutableArray ? "Immutable" : "")}Decimals({Slice(feature)}, {Compared(feature, property)})";
        return feature.Type == FeatureType.Decimal
            ? $"{missing}{Names.Cell}.ToDecimal({column}, {property})"
            : $"{missing}{Names.Cell}.To{feature.Type}({column}, {TimeUnit(feature)}, {property})";
    }

    /// <summary>A value as it is compared: an immutable array as a span.</summary>
    private static string Compared(FeatureModel feature, string property) => feature switch
    {
        { Length: null } or { IsImmutableArray: false } => property,
        { IsNullable: true } => $"{property}.GetValueOrDefault().AsSpan()",
        _ => $"{property}.AsSpan()",
    };
}
