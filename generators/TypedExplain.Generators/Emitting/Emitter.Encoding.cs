using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Emitting;

internal sealed partial class Emitter
{
    private void EmitEncode()
    {
        Member($"static void {Interface}.Encode(in {_record.FullName} record, {Names.Span}<double> columns)");
        _writer.Open();
        foreach (FeatureModel feature in _record.Features)
        {
            string property = $"record.{Identifier.Escape(feature.Name)}";
            if (!feature.IsNullable)
            {
                _writer.Line(EncodeFeature(feature, property));
                continue;
            }

            string value = $"value{feature.Index}";
            _writer.Line($"columns.Slice({feature.Column}, {feature.ColumnCount}).Clear();");
            _writer.Line($"if ({property} is {{ }} {value})");
            _writer.Indented(EncodeFeature(feature, value));
            _writer.Line("else");
            _writer.Indented($"columns[{MissingColumn(feature)}] = 1;");
        }

        _writer.Close();
    }

    private string EncodeFeature(FeatureModel feature, string value)
    {
        string column = $"columns[{feature.Column}]";
        if (feature.Length is not null)
            return $"{Names.Cell}.FromArray<{_record.FullName}, {ElementType(feature)}>({value}, {Slice(feature)}, {Literal.Text(feature.Name)}, static value => {(feature.Type is FeatureType.Decimal or FeatureType.Half ? "(double)value" : "value")});";
        return feature.Type switch
        {
            _ when feature.IsCategory && feature.Encoding != CategoryEncoding.OneHot => $"{Names.Cell}.FromCategory<{_record.FullName}>({Position(feature, value)}, {Slice(feature)}, feature: {feature.Index});",
            FeatureType.Enum or FeatureType.Text => $"{Names.Cell}.FromCategory({Position(feature, value)}, {Slice(feature)});",
            FeatureType.OrdinalEnum => $"{column} = {Position(feature, value)};",
            FeatureType.Boolean => $"{column} = {value} ? 1 : 0;",
            FeatureType.Record => $"{Names.Cell}.FromRecord<{_record.FullName}, {feature.Inner!.FullName}>({value}, {Slice(feature)}, {Literal.Text(feature.Name)});",
            FeatureType.Decimal or FeatureType.Half => $"{column} = (double){value};",
            _ when feature.Type.IsTime() => $"{column} = {Names.Cell}.FromTime({value}, {TimeUnit(feature)});",
            _ => $"{column} = {value};",
        };
    }

    private void EmitDecode()
    {
        if (HasMedia)
            Member($"static {_record.FullName} {Interface}.Decode({Names.ReadOnlySpan}<double> columns) => {Names.Cell}.WithoutMedia<{_record.FullName}>(columns);");
        Member($"static {_record.FullName} {Interface}.Decode({Names.ReadOnlySpan}<double> columns{(HasMedia ? $", {Names.MediaValues} media" : "")}) =>");
        EmitConstruction(DefaultsPassed, DefaultsInitialized, DecodeFeature);
    }

    /// <summary>The arguments of what is not a feature, where it gets its default.</summary>
    private string[] DefaultsPassed => [.. _record.Ignored.Where(member => member.Parameter is not null).Select(member => $"{Identifier.Escape(member.Parameter!)}: default!")];

    /// <summary>What an initializer must set of it.</summary>
    private string[] DefaultsInitialized => [.. _record.Ignored.Where(member => member.IsInitialized).Select(member => $"{Identifier.Escape(member.Name)} = default!")];

    /// <summary>Writes the expression that makes a record.</summary>
    /// <param name="ignoredPassed">Arguments of what is not a feature.</param>
    /// <param name="ignoredInitialized">What an initializer sets of it; before the features, which an accessor may set too.</param>
    /// <param name="decode">The value of a feature.</param>
    private void EmitConstruction(string[] ignoredPassed, string[] ignoredInitialized, Func<FeatureModel, string> decode)
    {
        string[] passed =
        [
            .. _record.Features.Where(feature => feature.Parameter is not null).Select(feature => $"{Identifier.Escape(feature.Parameter!)}: {decode(feature)}"),
            .. _record.Media.Where(media => media.Parameter is not null).Select(media => $"{Identifier.Escape(media.Parameter!)}: {DecodeMedia(media)}"),
            .. ignoredPassed,
        ];
        string[] initialized =
        [
            .. ignoredInitialized,
            .. _record.Features.Where(feature => feature.IsInitialized).Select(feature => $"{Identifier.Escape(feature.Name)} = {decode(feature)}"),
            .. _record.Media.Where(media => media.IsInitialized).Select(media => $"{Identifier.Escape(media.Name)} = {DecodeMedia(media)}"),
        ];
        _writer.Indent();
        if (passed.Length == 0)
        {
            _writer.Line("new()");
        }
        else
        {
            string end = initialized.Length == 0 ? ");" : ")";
            _writer.Open("new(");
            for (int i = 0; i < passed.Length; i++)
                _writer.Line(passed[i] + (i < passed.Length - 1 ? "," : end));
            _writer.Outdent();
        }

        if (initialized.Length > 0)
        {
            _writer.Open();
            foreach (string member in initialized)
                _writer.Line(member + ",");
            _writer.Close("};");
        }

        _writer.Outdent();
    }

    private string DecodeFeature(FeatureModel feature) => feature.IsNullable
        ? $"{Names.Cell}.ToBoolean(columns[{MissingColumn(feature)}]) ? null : {DecodeValue(feature)}"
        : DecodeValue(feature);

    private string DecodeValue(FeatureModel feature)
    {
        string column = $"columns[{feature.Column}]";
        if (feature.Length is not null)
            return $"{Names.Cell}.To{(feature.IsImmutableArray ? "Immutable" : "")}Array({Slice(feature)}, static value => {Element("value")})";
        return feature.Type switch
        {
            _ when feature.IsCategory && feature.Encoding != CategoryEncoding.OneHot => $"{ListOf(feature)}[{Names.Cell}.ToCategory<{_record.FullName}>({Slice(feature)}, feature: {feature.Index})]",
            FeatureType.Enum or FeatureType.Text => $"{ListOf(feature)}[{Names.Cell}.ToCategory({Slice(feature)})]",
            FeatureType.OrdinalEnum => $"{ListOf(feature)}[{Names.Cell}.ToRank({column}, ranks: {feature.Categories.Count})]",
            FeatureType.Record => $"{Names.Cell}.ToRecord<{feature.Inner!.FullName}>({Slice(feature)})",
            _ when feature.Type.IsTime() => $"{Names.Cell}.To{feature.Type}({column}, {TimeUnit(feature)})",
            _ => Element(column),
        };

        string Element(string number) => feature.Type == FeatureType.Double ? number : $"{Names.Cell}.To{feature.Type}({number})";
    }

    /// <summary>The type of an array's elements as code writes it.</summary>
    private static string ElementType(FeatureModel feature) => $"global::System.{feature.Type}";

    private static string TimeUnit(FeatureModel feature) => $"{Names.TimeUnit}.{TimeUnits.Member(feature.TimeUnit!.Value)}";

    private static string Slice(FeatureModel feature) => $"columns.Slice({feature.Column}, {feature.ValueColumns})";

    /// <summary>The column that says that there is no value.</summary>
    private static int MissingColumn(FeatureModel feature) => feature.Column + feature.ValueColumns;

    /// <summary>The position of the feature that says so.</summary>
    private static int MissingIndex(FeatureModel feature) => feature.Index + feature.ValueFeatures;
}
