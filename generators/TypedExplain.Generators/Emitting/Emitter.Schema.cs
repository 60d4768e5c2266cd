using System.Globalization;
using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Emitting;

internal sealed partial class Emitter
{
    private void EmitSchemaTable()
    {
        List<string[]> rows = [["Column", "Feature", "Encoding", "Holds"]];
        foreach (FeatureModel feature in _record.Features)
        {
            rows.Add([Words.Columns(feature), feature.Name, Words.Encoding(feature), Words.Holds(feature)]);
            if (feature.IsNullable)
                rows.Add([$"{MissingColumn(feature)}", feature.MissingName, "missing", $"whether {feature.Name} has no value"]);
        }

        foreach (MediaModel media in _record.Media)
            rows.Add(["", media.Name, media.Kind == MediaKind.Text ? "text" : "image", (media.Kind == MediaKind.Text ? "any text; in no column" : $"{media.Height}×{media.Width}×{media.Channels} numbers; in no column") + (media.IsProtected ? "; protected" : "")]);

        // A remark, because the summary is the author's.
        _writer.Line("/// <remarks>");
        _writer.Line("/// A row of columns stands for a record as follows.");
        _writer.Line("/// <code>");
        int[] widths = [.. rows[0].Select((_, i) => rows.Max(row => row[i].Length))];
        foreach (string[] row in rows)
        {
            // The last column needs no room behind it, however much one of its cells holds.
            string padded = string.Join("  ", row.Select((cell, i) => i < row.Length - 1 ? cell.PadRight(widths[i]) : cell));
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
        {
            string parts = $"new() {{ {string.Join(", ", FeatureParts(feature))} }}";
            _writer.Line(
                feature.Inner is { } inner ? $".. {Names.Feature}<{_record.FullName}>.Inside<{inner.FullName}>({Literal.Text(feature.Name)}, index: {feature.Index}, column: {feature.Column}{(feature.IsProtected ? ", isProtected: true" : "")}),"
                : feature.Length is { } length ? $".. {Names.Feature}<{_record.FullName}>.Elements({parts}, length: {length}),"
                : parts + ",");
            if (feature.IsNullable)
                _writer.Line($"new() {{ {string.Join(", ", MissingParts(feature))} }},");
        }

        EndSchema();
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
        else if (feature.Type.IsTime())
            yield return $"DurationUnit = {TimeUnit(feature)}";
        if (PrecisionOf(feature.Type) is { } precision)
            yield return $"Precision = {Names.NumberPrecision}.{precision}";
        if (feature.Categories.Count > 0)
            yield return $"Categories = [{string.Join(", ", feature.Categories.Select(Literal.Text))}]";
        if (feature.Enum is { DisplayNames.Count: > 0 } shown)
            yield return $"CategoryDisplayNames = [{string.Join(", ", shown.DisplayNames.Select(Literal.Text))}]";
        if (feature.Enum is { Values.Count: > 0 } values)
            yield return $"EnumValues = [{string.Join(", ", values.Values.Select(value => value.ToString(CultureInfo.InvariantCulture)))}]";
        if (feature.Encoding != CategoryEncoding.OneHot)
            yield return $"Encoding = {Names.CategoryEncoding}.{feature.Encoding}";
        if (feature.Codes.Count > 0)
            yield return $"Codes = [{string.Join(", ", feature.Codes.Select(Literal.Number))}]";
        if (feature.Scale != FeatureScale.Linear)
            yield return $"Scale = {Names.FeatureScale}.{feature.Scale}";
        if (feature.LogOffset != 0)
            yield return $"LogOffset = {Literal.Number(feature.LogOffset)}";
        if (feature.Draw is { } draw)
            yield return $"Draw = {Names.DrawMode}.{draw}";
        if (feature.DrawScale is { } scale)
            yield return $"DrawScale = {Literal.Number(scale)}";
        if (feature.Constraint != FeatureConstraint.None)
            yield return $"Constraints = {Names.FeatureConstraints}.{feature.Constraint}";
        if (feature.Step is { } step)
            yield return $"Step = {Literal.Number(step)}";
        if (feature.MostSteps is { } most)
            yield return $"MostSteps = {most.ToString(CultureInfo.InvariantCulture)}";
        if (feature.Cost is { } cost)
            yield return $"Cost = {Literal.Number(cost)}";
        if (feature.MovesWith.Count > 0)
            yield return $"MovesWith = [{string.Join(", ", feature.MovesWith.Select(link => $"new({link.Source}, {Literal.Number(link.Factor)})"))}]";
        if (feature.Within is { } within)
            yield return $"Within = {within}";
        foreach (string part in ReasonParts(feature, feature.Reasons))
            yield return part;
        if (feature.IsProtected)
            yield return "IsProtected = true";
        if (feature.DisplayName is { } name)
            yield return $"DisplayName = {Literal.Text(name)}";
        if (feature.Description is { } description)
            yield return $"Description = {Literal.Text(description)}";
    }

    private static IEnumerable<string> MissingParts(FeatureModel feature)
    {
        yield return $"Name = {Literal.Text(feature.MissingName)}";
        yield return $"Kind = {Names.FeatureKind}.Missing";
        yield return $"Index = {MissingIndex(feature)}";
        yield return $"Column = {MissingColumn(feature)}";
        yield return $"Covers = {feature.ValueFeatures}";
        if (feature.Draw == DrawMode.Fixed)
            yield return $"Draw = {Names.DrawMode}.{DrawMode.Fixed}";
        if (feature.Constraint == FeatureConstraint.Immutable)
            yield return $"Constraints = {Names.FeatureConstraints}.{feature.Constraint}";
        foreach (string part in ReasonParts(feature, feature.MissingReasons))
            yield return part;
        if (feature.IsProtected)
            yield return "IsProtected = true";
        if (feature.DisplayName is { } name)
            yield return $"DisplayName = {Literal.Text(name + " is missing")}";
    }

    private static string KindOf(FeatureType type) => type switch
    {
        FeatureType.Boolean => "Flag",
        FeatureType.Enum or FeatureType.Text => "Category",
        FeatureType.OrdinalEnum => "Ordinal",
        _ => type.IsWhole() ? "Whole" : "Real",
    };

    /// <summary>What the type keeps of a number, where that is less than a column carries.</summary>
    private static string? PrecisionOf(FeatureType type) => type switch
    {
        FeatureType.Single or FeatureType.Half or FeatureType.Decimal => type.ToString(),
        FeatureType.DateOnly => "Day",
        FeatureType.DateTime => "Clock",
        _ => null,
    };

    private static string NewRange(NumberRange range) =>
        $"new({Literal.Number(range.Minimum)}, {Literal.Number(range.Maximum)})";
}
