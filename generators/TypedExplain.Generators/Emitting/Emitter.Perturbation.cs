using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Emitting;

internal sealed partial class Emitter
{
    private void EmitInterpret() =>
        EmitPerFeature("Interpret", Names.Interpretation, feature => feature.Type switch
        {
            FeatureType.Enum or FeatureType.Text => CategoryCall(feature),
            FeatureType.Boolean => Call("Flag", feature),
            FeatureType.Record => Call($"Record<{feature.Inner!.FullName}>", feature),
            _ => Call("Number", feature),
        });

    private void EmitPerturb() =>
        EmitPerFeature("Perturb", Names.Perturbation, feature => feature.Type switch
        {
            FeatureType.Enum or FeatureType.Text => CategoryCall(feature),
            FeatureType.OrdinalEnum => Call("Whole", feature, $", minimum: 0, maximum: {feature.Categories.Count - 1}"),
            FeatureType.Boolean => Call("Flag", feature),
            FeatureType.Record => Call($"Record<{feature.Inner!.FullName}>", feature),
            FeatureType.Single or FeatureType.Half or FeatureType.Decimal => NumberCall(feature.Type.ToString(), feature),
            _ when feature.Type.IsTime() => Call("Time", feature, $", wholeDays: {(feature.Type == FeatureType.DateOnly ? "true" : "false")}, unit: {TimeUnit(feature)}{End("minimum", feature.Limits?.Minimum)}{End("maximum", feature.Limits?.Maximum)}"),
            _ => NumberCall(feature.Type.IsWhole() ? "Whole" : "Real", feature),
        });

    private void EmitPerFeature(string member, string argument, Func<FeatureModel, string> call)
    {
        Member($"static void {Interface}.{member}(in {argument} rows)");
        _writer.Open();
        foreach (FeatureModel feature in _record.Features)
            _writer.Line($"rows.{call(feature)};");
        _writer.Close();
    }

    private static string CategoryCall(FeatureModel feature) =>
        Call("Category", feature, $", categories: {feature.ColumnCount}");

    private static string NumberCall(string method, FeatureModel feature) =>
        Call(method, feature, End("minimum", feature.Limits?.Minimum) + End("maximum", feature.Limits?.Maximum));

    private static string End(string name, double? end) =>
        end is not { } number || double.IsInfinity(number) ? "" : $", {name}: {Literal.Number(number)}";

    private static string Call(string method, FeatureModel feature, string more = "") =>
        $"{method}(feature: {feature.Index}, column: {feature.Column}{more})";
}
