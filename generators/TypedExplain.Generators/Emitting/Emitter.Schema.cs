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
            _writer.Line(feature.Inner is { } inner
                ? $".. {Names.Feature}<{_record.FullName}>.Inside<{inner.FullName}>({Literal.Text(feature.Name)}, index: {feature.Index}, column: {feature.Column}),"
                : $"new() {{ {string.Join(", ", FeatureParts(feature))} }},");
        _writer.Close("]);");
        _writer.Outdent();
    }

    private static IEnumerable<string> FeatureParts(FeatureModel feature)
    {
        yield return $"Name = {Literal.Text(feature.Name)}";
        yield return $"Kind = {Names.FeatureKind}.{KindOf(feature.Type)}";
        yield return $"Index = {feature.Index}";
        yield return $"Column = {feature.Column}";
        NumberRange? ranks = feature.Type == FeatureType.OrdinalEnum ? new(0, feature.Categories.Count - 1) : null;
        if ((ranks ?? feature.Range) is { } range)
            yield return $"Range = {NewRange(range)}";
        if ((ranks ?? feature.Limits) is { } limits)
            yield return $"Limits = {NewRange(limits)}";
        if (feature.Unit is { } unit)
            yield return $"Unit = {Literal.Text(unit)}";
        if (feature.Type.IsDate())
            yield return $"DateUnit = {TimeUnit(feature)}";
        if (feature.Categories.Count > 0)
            yield return $"Categories = [{string.Join(", ", feature.Categories.Select(Literal.Text))}]";
        if (feature.Constraint != FeatureConstraint.None)
            yield return $"Constraints = {Names.FeatureConstraints}.{feature.Constraint}";
        if (feature.Step is { } step)
            yield return $"Step = {Literal.Number(step)}";
        if (feature.Cost is { } cost)
            yield return $"Cost = {Literal.Number(cost)}";
        if (feature.IsProtected)
            yield return "IsProtected = true";
        if (feature.DisplayName is { } name)
            yield return $"DisplayName = {Literal.Text(name)}";
        if (feature.Description is { } description)
            yield return $"Description = {Literal.Text(description)}";
    }

    private static string KindOf(FeatureType type) => type switch
    {
        FeatureType.Boolean => "Flag",
        FeatureType.Enum or FeatureType.Text => "Category",
        FeatureType.OrdinalEnum => "Ordinal",
        _ => type.IsWhole() ? "Whole" : "Real",
    };

    private static string NewRange(NumberRange range) =>
        $"new({Literal.Number(range.Minimum)}, {Literal.Number(range.Maximum)})";
}
