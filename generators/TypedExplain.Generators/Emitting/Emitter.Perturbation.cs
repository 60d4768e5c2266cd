using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Emitting;

internal sealed partial class Emitter
{
    private void EmitInterpret() =>
        EmitPerFeature("Interpret", Names.Interpretation, feature => feature.Type switch
        {
            _ when feature.IsCategory && feature.Encoding != CategoryEncoding.OneHot => Call("Code", feature, $", columns: {feature.ValueColumns}"),
            FeatureType.Enum or FeatureType.Text => CategoryCall(feature),
            FeatureType.Boolean => Call("Flag", feature),
            FeatureType.Record => Call($"Record<{feature.Inner!.FullName}>", feature),
            _ => Call("Number", feature),
        },
        feature => feature.Type.IsNumber() || feature.Type == FeatureType.OrdinalEnum ? ("Numbers", "") : null,
        feature => $", covers: {feature.ValueFeatures}");

    private void EmitPerturb() =>
        EmitPerFeature("Perturb", Names.Perturbation, feature => feature.Type switch
        {
            _ when feature.IsCategory && feature.Encoding != CategoryEncoding.OneHot => Call($"Category<{_record.FullName}>", feature),
            FeatureType.Enum or FeatureType.Text => CategoryCall(feature),
            FeatureType.OrdinalEnum => Call("Whole", feature, $", minimum: 0, maximum: {feature.Categories.Count - 1}"),
            FeatureType.Boolean => Call("Flag", feature),
            FeatureType.Record => Call($"Record<{feature.Inner!.FullName}>", feature),
            FeatureType.Single or FeatureType.Half or FeatureType.Decimal => NumberCall(feature.Type.ToString(), feature),
            _ when feature.Type.IsTime() => Call("Time", feature, $", wholeDays: {(feature.Type == FeatureType.DateOnly ? "true" : "false")}, unit: {TimeUnit(feature)}{Ends(feature)}"),
            _ => NumberCall(feature.Type.IsWhole() ? "Whole" : "Real", feature),
        },
        feature => feature.Type == FeatureType.Double ? ("Reals", Ends(feature)) : null,
        feature => $", columns: {feature.ValueColumns}");

    /// <summary>Writes one call per feature, and one for features that follow each other where the call of a run is the same.</summary>
    private void EmitPerFeature(string member, string argument, Func<FeatureModel, string> call, Func<FeatureModel, (string Method, string More)?> ofRun, Func<FeatureModel, string> extent)
    {
        Member($"static void {Interface}.{member}(in {argument} rows)");
        _writer.Open();
        for (int at = 0, next; at < _record.Features.Count; at = next)
        {
            next = EndOfRun(at, ofRun);
            FeatureModel first = _record.Features[at], last = _record.Features[next - 1];
            int count = last.Index + last.ValueFeatures - first.Index;
            if (count > 1 && ofRun(first) is { } run)
            {
                _writer.Line($"rows.{run.Method}(feature: {first.Index}, column: {first.Column}, count: {count}{run.More});");
            }
            else if (first.Length is { } length)
            {
                _writer.Line($"for (int i = 0; i < {length}; i++)");
                _writer.Indented($"rows.{call(first)};");
            }
            else
            {
                _writer.Line($"rows.{call(first)};");
            }

            if (last.IsNullable)
                _writer.Line($"rows.Missing(feature: {MissingIndex(last)}, column: {MissingColumn(last)}{extent(last)});");
        }

        _writer.Close();
    }

    /// <summary>Where the run of a feature ends: before one of another call, and after one that may be missing.</summary>
    private int EndOfRun(int start, Func<FeatureModel, (string Method, string More)?> ofRun)
    {
        int end = start + 1;
        while (ofRun(_record.Features[start]) is { } run && end < _record.Features.Count && !_record.Features[end - 1].IsNullable && ofRun(_record.Features[end]) == run)
            end++;
        return end;
    }

    private static string CategoryCall(FeatureModel feature) =>
        Call("Category", feature, $", categories: {feature.ValueColumns}");

    private static string NumberCall(string method, FeatureModel feature) =>
        Call(method, feature, Ends(feature));

    private static string Ends(FeatureModel feature) => End("minimum", feature.Limits?.Minimum) + End("maximum", feature.Limits?.Maximum);

    private static string End(string name, double? end) =>
        end is not { } number || double.IsInfinity(number) ? "" : $", {name}: {Literal.Number(number)}";

    private static string Call(string method, FeatureModel feature, string more = "")
    {
        string next = feature.Length is null ? "" : " + i";
        return $"{method}(feature: {feature.Index}{next}, column: {feature.Column}{next}{more})";
    }
}
