using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Emitting;

internal sealed partial class Emitter
{
    private void EmitFeatureNames()
    {
        _writer.Line();
        _writer.Line($"/// <summary>Reads vectors over <see cref=\"{_record.FullName}\"/> by the names of its features.</summary>");
        _writer.Line(GeneratedCode);
        _writer.Line($"{(_record.IsPublic ? "public" : "internal")} static class {_record.FeaturesClass}");
        _writer.Open();
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
