using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Emitting;

internal sealed partial class Emitter
{
    /// <summary>The record in a documentation comment, where a type parameter is not a reference.</summary>
    private string Reference => _record.TypeParameters.Length > 0 ? $"<c>{Words.Xml(_record.Name + _record.TypeParameters)}</c>" : $"<see cref=\"{_record.FullName}\"/>";

    private string Visibility => _record.IsPublic ? "public" : "internal";

    private void EmitFeatureNames()
    {
        _writer.Line();
        _writer.Line($"/// <summary>The features of {Reference} by name, and as names on every vector over them.</summary>");
        TypeBeside($"{Visibility} static class {_record.FeaturesClass}{_record.TypeParameters}{_record.Constraints}");
        _writer.Open();
        string features = $"{Names.FeatureSchema}.Of<{_record.FullName}>().Features";
        foreach (FeatureModel feature in _record.Features)
        {
            _writer.Line($"/// <summary>The feature <c>{feature.Name}</c>: {Words.Xml(feature.Description ?? Words.Holds(feature))}</summary>");
            _writer.Line(feature.IsSingle
                ? $"public static {Names.Feature}<{_record.FullName}> {Identifier.Escape(feature.Name)} => {features}[{feature.Index}];"
                : $"public static {Names.ImmutableArray}<{Names.Feature}<{_record.FullName}>> {Identifier.Escape(feature.Name)} => {features}.Slice({feature.Index}, {feature.ValueFeatures});");
            _writer.Line();
            if (!feature.IsNullable)
                continue;
            _writer.Line($"/// <summary>Whether <c>{feature.Name}</c> has no value.</summary>");
            _writer.Line($"public static {Names.Feature}<{_record.FullName}> {feature.MissingName} => {features}[{MissingIndex(feature)}];");
            _writer.Line();
        }

        foreach (MediaModel media in _record.Media)
        {
            _writer.Line($"/// <summary>The {(media.Kind == MediaKind.Text ? "text" : "image")} <c>{media.Name}</c>{(media.Description is null ? "." : $": {Words.Xml(media.Description)}")}</summary>");
            _writer.Line($"public static {Names.MediaFeature}<{_record.FullName}> {Identifier.Escape(media.Name)} => {Names.FeatureSchema}.Of<{_record.FullName}>().Media[{media.Index}];");
            _writer.Line();
        }

        if (_record.TypeParameters.Length > 0)
        {
            // Extension members stand in classes that are not generic.
            _writer.Close();
            _writer.Line();
            _writer.Line($"/// <summary>The features of {Reference} as names on every vector over them.</summary>");
            TypeBeside($"{Visibility} static class {_record.MembersClass}");
            _writer.Open();
        }

        EmitReasonCode();
        if (_reasons.Length > 0 && HasMedia)
            _writer.Line();
        EmitMediaNames();
        if (_record.Features.Count == 0)
        {
            _writer.Close();
            return;
        }

        if (HasMedia || _reasons.Length > 0)
            _writer.Line();
        _writer.Line("/// <param name=\"vector\">One number per feature.</param>");
        _writer.Line($"extension{_record.TypeParameters}({Names.FeatureVector}<{_record.FullName}> vector){_record.Constraints}");
        _writer.Open();
        foreach (FeatureModel feature in _record.Features)
        {
            if (feature.Index > 0)
                _writer.Line();
            string name = Identifier.Escape(feature.Name);
            _writer.Line($"/// <summary>The number{(feature.IsSingle ? "" : "s")} for <c>{feature.Name}</c> ({Words.Xml(Words.Holds(feature))}){Words.Xml(Words.Meaning(feature))}</summary>");
            _writer.Line(
                feature.Inner is { } inner ? $"public {Names.FeatureVector}<{inner.FullName}> {name} => vector.VectorOf<{inner.FullName}>({feature.Index});"
                : feature.Length is { } length ? $"public {Names.FeatureSpan} {name} => vector.SpanOf({feature.Index}, {length});"
                : $"public double {name} => vector[{feature.Index}];");
            if (!feature.IsNullable)
                continue;
            _writer.Line();
            _writer.Line($"/// <summary>The number for whether <c>{feature.Name}</c> has no value. {Words.Compared}</summary>");
            _writer.Line($"public double {feature.MissingName} => vector[{MissingIndex(feature)}];");
        }

        _writer.Close();
        _writer.Close();
    }
}
