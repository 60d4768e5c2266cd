using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Emitting;

internal sealed partial class Emitter
{
    private void EmitSchemaTable()
    {
        List<string[]> rows = [["Column", "Feature", "Encoding", "Holds"]];
        rows.AddRange(_record.Features.Select(feature =>
            new[] { Words.Columns(feature), feature.Name, Words.Encoding(feature), Words.Holds(feature) }));

        // A remark, because the summary is the author's.
        _writer.Line("/// <remarks>");
        _writer.Line("/// A row of columns stands for a record as follows.");
        _writer.Line("/// <code>");
        foreach (string[] row in rows)
        {
            string padded = string.Join("  ", row.Select((cell, i) => cell.PadRight(rows.Max(other => other[i].Length))));
            _writer.Line("/// " + Words.Xml(padded.TrimEnd()));
        }

        _writer.Line("/// </code>");
        _writer.Line("/// </remarks>");
    }

    private void EmitSchema()
    {
        _writer.Line(GeneratedCode);
        _writer.Line($"static {Names.FeatureSchema}<{_record.FullName}> {Interface}.Schema {{ get; }} = new(");
        _writer.Indent();
        _writer.Line($"{Literal.Text(_record.Name)},");
        _writer.Open("[");
        foreach (FeatureModel feature in _record.Features)
            _writer.Line($"new() {{ {string.Join(", ", FeatureParts(feature))} }},");
        _writer.Close("]);");
        _writer.Outdent();
    }

    private static IEnumerable<string> FeatureParts(FeatureModel feature)
    {
        yield return $"Name = {Literal.Text(feature.Name)}";
        yield return $"Kind = {Names.FeatureKind}.{KindOf(feature.Type)}";
        yield return $"Index = {feature.Index}";
        yield return $"Column = {feature.Column}";
        if (feature.Range is { } range)
            yield return $"Range = {NewRange(range)}";
        if (feature.Limits is { } limits)
            yield return $"Limits = {NewRange(limits)}";
        if (feature.Unit is { } unit)
            yield return $"Unit = {Literal.Text(unit)}";
        if (feature.Enum is { } categories)
            yield return $"Categories = [{string.Join(", ", categories.Categories.Select(Literal.Text))}]";
        if (feature.Constraint != FeatureConstraint.None)
            yield return $"Constraints = {Names.FeatureConstraints}.{feature.Constraint}";
    }

    private static string KindOf(FeatureType type) => type switch
    {
        FeatureType.Boolean => "Flag",
        FeatureType.Enum => "Category",
        FeatureType.Int32 or FeatureType.Int64 => "Whole",
        _ => "Real",
    };

    private static string NewRange(NumberRange range) =>
        $"new({Literal.Number(range.Minimum)}, {Literal.Number(range.Maximum)})";
}
