namespace TypedExplain.Decisions.Tests.Support;

/// <summary>What the annotations say of a change, checked on the rows before and after it, by none of the library's code for it.</summary>
internal static class Rules
{
    private const double Rounding = 1e-6;

    public static IEnumerable<string> Broken<T>(double[] before, double[] after)
        where T : IFeatureRecord<T>
    {
        FeatureSchema<T> schema = T.Schema;
        foreach (Feature<T> feature in schema.Features)
        {
            bool isPresent = feature.IsPresent(before);
            if (isPresent != feature.IsPresent(after))
                yield return $"{feature} came or went";
            double[] own = before[feature.Column..(feature.Column + feature.ColumnCount)], changed = after[feature.Column..(feature.Column + feature.ColumnCount)];
            bool isSame = own.SequenceEqual(changed);
            if (feature.Kind == FeatureKind.Missing || !isPresent)
            {
                if (!isSame)
                    yield return $"{feature} has no value, and changed";
                continue;
            }

            if (feature.Kind == FeatureKind.Category)
            {
                if (!isSame && feature.Constraints == FeatureConstraints.Immutable)
                    yield return $"{feature} is immutable";
                if (feature.Encoding == CategoryEncoding.OneHot && (changed.Sum() != 1 || changed.Max() != 1))
                    yield return $"{feature} is no category";
                continue;
            }

            // What moves with others is not of the action's choosing.
            double moved = feature.MovesWith.Where(link => schema.Features[link.Source].IsPresent(before)).Sum(link => link.Factor * (after[schema.Features[link.Source].Column] - before[schema.Features[link.Source].Column]));
            double size = Math.Max(1, Math.Abs(own[0])), by = changed[0] - own[0] - moved, step = feature.Step ?? 1, steps = Math.Round(by / step);
            double room = Rounding * size * (feature.Precision == NumberPrecision.Half ? 1e3 : 1);
            if (feature.Constraints == FeatureConstraints.Immutable && Math.Abs(by) > room)
                yield return $"{feature} is immutable";
            if (feature.Constraints == FeatureConstraints.OnlyIncreases && by < -room)
                yield return $"{feature} only increases";
            if (feature.Constraints == FeatureConstraints.OnlyDecreases && by > room)
                yield return $"{feature} only decreases";
            if (feature.Kind != FeatureKind.Flag && Math.Abs(by - (steps * step)) > room)
                yield return $"{feature} changes by {by}, no multiple of {step}";
            if (feature.MostSteps is { } most && Math.Abs(steps) > most)
                yield return $"{feature} changes by {steps} steps";
            if (feature.Kind == FeatureKind.Flag ? changed[0] is not (0 or 1) : changed[0] < feature.Limits.Minimum || changed[0] > feature.Limits.Maximum)
                yield return $"{feature} is outside its limits";
            if (feature.Kind is FeatureKind.Whole or FeatureKind.Ordinal && changed[0] != Math.Round(changed[0]))
                yield return $"{feature} is not whole";
            if (feature.Within is { } other && schema.Features[other].IsPresent(after) && changed[0] > after[schema.Features[other].Column])
                yield return $"{feature} is above {schema.Features[other]}";
        }
    }
}
