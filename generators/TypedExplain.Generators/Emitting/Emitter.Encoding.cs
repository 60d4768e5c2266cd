using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Emitting;

internal sealed partial class Emitter
{
    private void EmitEncode()
    {
        Member($"static void {Interface}.Encode(in {_record.FullName} record, {Names.Span}<double> columns)");
        _writer.Open();
        foreach (FeatureModel feature in _record.Features)
            _writer.Line(EncodeFeature(feature));
        _writer.Close();
    }

    private string EncodeFeature(FeatureModel feature)
    {
        string value = $"record.{Identifier.Escape(feature.Name)}", column = $"columns[{feature.Column}]";
        return feature.Type switch
        {
            FeatureType.Enum => $"{Names.Cell}.FromCategory({CategoriesClass}.PositionOf({value}, feature: {feature.Index}), {Slice(feature)});",
            FeatureType.Boolean => $"{column} = {value} ? 1 : 0;",
            FeatureType.Decimal => $"{column} = (double){value};",
            _ => $"{column} = {value};",
        };
    }

    private void EmitDecode()
    {
        FeatureModel[] passed = _record.Features.Where(feature => feature.Parameter is not null).ToArray();
        FeatureModel[] initialized = _record.Features.Where(feature => feature.IsInitialized).ToArray();

        Member($"static {_record.FullName} {Interface}.Decode({Names.ReadOnlySpan}<double> columns) =>");
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
                _writer.Line($"{Identifier.Escape(passed[i].Parameter!)}: {DecodeFeature(passed[i])}{(i < passed.Length - 1 ? "," : end)}");
            _writer.Outdent();
        }

        if (initialized.Length > 0)
        {
            _writer.Open();
            foreach (FeatureModel feature in initialized)
                _writer.Line($"{Identifier.Escape(feature.Name)} = {DecodeFeature(feature)},");
            _writer.Close("};");
        }

        _writer.Outdent();
    }

    private string DecodeFeature(FeatureModel feature)
    {
        string column = $"columns[{feature.Column}]";
        return feature.Type switch
        {
            FeatureType.Enum => $"{CategoriesClass}.{_listNames[feature.Enum!]}[{Names.Cell}.ToCategory({Slice(feature)})]",
            FeatureType.Boolean => $"{Names.Cell}.ToBoolean({column})",
            FeatureType.Int32 => $"{Names.Cell}.ToInt32({column})",
            FeatureType.Int64 => $"{Names.Cell}.ToInt64({column})",
            FeatureType.Single => $"{Names.Cell}.ToSingle({column})",
            FeatureType.Decimal => $"{Names.Cell}.ToDecimal({column})",
            _ => column,
        };
    }

    private static string Slice(FeatureModel feature) => $"columns.Slice({feature.Column}, {feature.ColumnCount})";
}
