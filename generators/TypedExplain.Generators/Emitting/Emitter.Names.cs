using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Emitting;

internal sealed partial class Emitter
{
    private void EmitFeatureNames()
    {
        _writer.Line();
        _writer.Line($"/// <summary>The features of <see cref=\"{_record.FullName}\"/> by name, and as names on every vector over them.</summary>");
        _writer.Line(GeneratedCode);
        _writer.Line($"{(_record.IsPublic ? "public" : "internal")} static class {_record.FeaturesClass}");
        _writer.Open();
        foreach (FeatureModel feature in _record.Features)
        {
            _writer.Line($"/// <summary>The feature <c>{feature.Name}</c>: {Words.Xml(feature.Description ?? Words.Holds(feature))}</summary>");
            string features = $"{Names.FeatureSchema}.Of<{_record.FullName}>().Features";
            _writer.Line(feature.Inner is null
                ? $"public static {Names.Feature}<{_record.FullName}> {Identifier.Escape(feature.Name)} => {features}[{feature.Index}];"
                : $"public static {Names.ImmutableArray}<{Names.Feature}<{_record.FullName}>> {Identifier.Escape(feature.Name)} => {features}.Slice({feature.Index}, {feature.FeatureCount});");
            _writer.Line();
        }

        _writer.Line("/// <param name=\"vector\">One number per feature.</param>");
        _writer.Line($"extension({Names.FeatureVector}<{_record.FullName}> vector)");
        _writer.Open();
        foreach (FeatureModel feature in _record.Features)
        {
            if (feature.Index > 0)
                _writer.Line();
            _writer.Line($"/// <summary>The number for <c>{feature.Name}</c> ({Words.Xml(Words.Holds(feature))}).</summary>");
            _writer.Line(feature.Inner is { } inner
                ? $"public {Names.FeatureVector}<{inner.FullName}> {Identifier.Escape(feature.Name)} => vector.Inside<{inner.FullName}>({feature.Index});"
                : $"public double {Identifier.Escape(feature.Name)} => vector[{feature.Index}];");
        }

        _writer.Close();
        _writer.Close();
    }
}
