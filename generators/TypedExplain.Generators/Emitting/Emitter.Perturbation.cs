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
            _ when feature.Type.IsTime() => Call("Time", feature, $", wholeDays: {(feature.Type == FeatureType.DateOnly ? "true" : "false")}, unit: {TimeUnit(feature)}{End("minimum", feature.Limits?.Minimum)}{End("maximum", feature.Limits?.Maximum)}"),
            _ => NumberCall(feature.Type.IsWhole() ? "Whole" : "Real", feature),
        },
        feature => $", columns: {feature.ValueColumns}");

    private void EmitPerFeature(string member, string argument, Func<FeatureModel, string> call, Func<FeatureModel, string> extent)
    {
        Member($"static void {Interface}.{member}(in {argument} rows)");
        _writer.Open();
        foreach (FeatureModel feature in _record.Features)
        {
            if (feature.Length is { } length)
            {
                _writer.Line($"for (int i = 0; i < {length}; i++)");
                _writer.Indented($"rows.{call(feature)};");
            }
            else
            {
                _writer.Line($"rows.{call(feature)};");
            }

            if (feature.IsNullable)
                _writer.Line($"rows.Missing(feature: {MissingIndex(feature)}, column: {MissingColumn(feature)}{extent(feature)});");
        }

        _writer.Close();
    }

    private static string CategoryCall(FeatureModel feature) =>
        Call("Category", feature, $", categories: {feature.ValueColumns}");

    private static string NumberCall(string method, FeatureModel feature) =>
        Call(method, feature, End("minimum", feature.Limits?.Minimum) + End("maximum", feature.Limits?.Maximum));

    private static string End(string name, double? end) =>
        end is not { } number || double.IsInfinity(number) ? "" : $", {name}: {Literal.Number(number)}";

    private static string Call(string method, FeatureModel feature, string more = "")
    {
        string next = feature.Length is null ? "" : " + i";
        return $"{method}(feature: {feature.Index}{next}, column: {feature.Column}{next}{more})";
    }
}
