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
            _writer.Line($"public static {Names.Feature}<{_record.FullName}> {Identifier.Escape(feature.Name)} => {Names.FeatureSchema}.Of<{_record.FullName}>().Features[{feature.Index}];");
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
            _writer.Line($"public double {Identifier.Escape(feature.Name)} => vector[{feature.Index}];");
        }

        _writer.Close();
        _writer.Close();
    }
}
