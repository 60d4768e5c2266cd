using TypedExplain.Decisions.Reasons.References;
using TypedExplain.Generated;

namespace TypedExplain.Decisions.Reasons.Reports.Measures;

/// <summary>The same question asked a little differently: another seed, other people in the reference, one step of a number.</summary>
internal static class Changes
{
    /// <summary>The same with another seed.</summary>
    public static PrincipalReasons<T> WithSeed<T>(PrincipalReasons<T> reasons, int by)
        where T : IFeatureRecord<T> => reasons with
        {
            Seed = unchecked(reasons.Seed + by),
            Explainer = reasons.Explainer is CoalitionExplainer<T> coalitions ? coalitions with { Seed = unchecked(coalitions.Seed + by) } : reasons.Explainer,
            Linear = reasons.Linear is LinearExplainer<T> linear ? linear with { Seed = unchecked(linear.Seed + by) } : reasons.Linear,
        };

    /// <summary>The same against people drawn from the reference with replacement, as many as there are.</summary>
    public static PrincipalReasons<T> WithPeople<T>(PrincipalReasons<T> reasons, ReferenceGroup<T> group, RandomStream stream)
        where T : IFeatureRecord<T>
    {
        int[] drawn = [.. Enumerable.Range(0, group.Rows.Count).Select(i => stream.Choose(i, group.Rows.Count))];
        WeightedRows<T> people = new(group.Rows.Rows.Select(drawn), drawn.Select(row => group.Rows.Weights[row]));
        return reasons with { Reference = Reference.AllApplicants(people), Cutoff = reasons.CutoffValue };
    }

    /// <summary>The numbers that may change, with their steps: the stated one, or 1 of a whole number or rank.</summary>
    public static IEnumerable<(Feature<T> Feature, double Step)> Numbers<T>()
        where T : IFeatureRecord<T> => T.Schema.Features
            .Where(feature => feature.IsNumeric && !feature.Constraints.HasFlag(FeatureConstraints.Immutable))
            .Select(feature => (feature, feature.Step ?? (feature.Kind == FeatureKind.Real ? 0 : 1)))
            .Where(pair => pair.Item2 > 0);

    /// <summary>A person with a number moved; null where they have none or it would leave its limits.</summary>
    public static (T Person, bool Exists) Moved<T>(T person, Feature<T> feature, double by)
        where T : IFeatureRecord<T>
    {
        double[] row = new double[T.Schema.Columns];
        T.Schema.Encode(person, row);
        double value = row[feature.Column] + by;
        bool exists = feature.IsPresent(row) && value >= feature.Limits.Minimum && value <= feature.Limits.Maximum && (feature.Kind != FeatureKind.Ordinal || (value >= 0 && value < feature.Categories.Length));
        if (!exists)
            return (person, false);
        row[feature.Column] = value;
        return (T.Decode(row, MediaValues.Absent, person), true);
    }
}
