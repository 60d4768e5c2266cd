using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Emitting;

// Times to the tick, as a file holds them: read from a record, and given to one that is made of a row.
internal sealed partial class Emitter
{
    private void EmitReadTimes()
    {
        if (!_record.HasTimes)
            return;
        Member($"static void {Interface}.ReadTimes(in {_record.FullName} record, {Names.TimeValues} times)");
        _writer.Open();
        foreach (FeatureModel feature in _record.Features.Where(feature => feature.HasTimes))
        {
            string property = $"record.{Identifier.Escape(feature.Name)}";
            if (feature.Inner is not { } inner)
            {
                _writer.Line($"times.Set({feature.Index}, {property});");
                continue;
            }

            string value = property;
            if (feature.IsNullable)
            {
                value = $"value{feature.Index}";
                _writer.Line($"if ({property} is {{ }} {value})");
                _writer.Indent();
            }

            _writer.Line($"{Names.Cell}.ReadTimes<{inner.FullName}>({value}, times.Inside({feature.Index}));");
            if (feature.IsNullable)
                _writer.Outdent();
        }

        _writer.Close();
    }

    private void EmitDecodeTimes()
    {
        if (!_record.HasTimes)
            return;
        Member($"static {_record.FullName} {Interface}.Decode({Names.ReadOnlySpan}<double> columns, {Names.MediaValues} media, {Names.TimeValues} times) =>");
        EmitConstruction(DefaultsPassed, DefaultsInitialized, DecodeFeatureTimes);
    }

    private string DecodeFeatureTimes(FeatureModel feature)
    {
        if (!feature.HasTimes)
            return DecodeFeature(feature);
        string missing = feature.IsNullable ? $"{Names.Cell}.ToBoolean(columns[{MissingColumn(feature)}]) ? null : " : "";
        return missing + (feature.Inner is { } inner
            ? $"{Names.Cell}.ToRecord<{inner.FullName}>({Slice(feature)}, times.Inside({feature.Index}))"
            : $"times.To{feature.Type}({feature.Index})");
    }
}
