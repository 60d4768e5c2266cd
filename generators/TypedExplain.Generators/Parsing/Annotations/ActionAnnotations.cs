using Microsoft.CodeAnalysis;
using TypedExplain.Generators.Diagnostics;
using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Parsing.Annotations;

/// <summary>What an action may do to a feature, and what a reader sees of it.</summary>
internal static class ActionAnnotations
{
    public static FeatureModel Read(AnnotationReader reader, FeatureModel feature)
    {
        foreach (string name in new[] { "Immutable", "OnlyIncreases", "OnlyDecreases", "Cost", "ShownAs" })
            reader.RequireFit(name, reader.Type != FeatureType.Record);
        bool hasSteps = reader.Type.IsNumber() || feature.Type == FeatureType.OrdinalEnum;
        reader.RequireFit("Step", hasSteps);
        feature = feature with { IsProtected = reader.Find("Protected") is not null };
        if (reader.Type == FeatureType.Record)
            return feature;

        double? step = hasSteps ? reader.Positive("Step") : null, cost = reader.Positive("Cost");
        if (step is { } change && (feature.Type == FeatureType.OrdinalEnum ? new(0, feature.Categories.Count - 1) : feature.Limits) is { IsBounded: true } limits && change > limits.Maximum - limits.Minimum && !reader.HasFaultyRange)
        {
            reader.Report(DiagnosticDescriptors.LongStep, reader.Find("Step")!, AnnotationReader.Digits(change), AnnotationReader.Digits(limits.Minimum), AnnotationReader.Digits(limits.Maximum));
            step = null;
        }

        if (step is { } broken && (reader.Type.IsWhole() || feature.Type == FeatureType.OrdinalEnum) && broken != Math.Floor(broken))
        {
            reader.Report(DiagnosticDescriptors.BrokenStep, reader.Find("Step")!, reader.TypeName, AnnotationReader.Digits(broken));
            step = null;
        }

        reader.RequireShown();
        if (reader.Find("Immutable") is not null && (reader.Find("Cost") ?? reader.Find("Step")) is { } action)
        {
            bool isCost = action.IsOurs("Cost");
            reader.Contradict(action, $"cannot be immutable and have a {(isCost ? "cost" : "step")} of change; keep [Immutable] or [{(isCost ? "Cost" : "Step")}]");
        }

        return feature with
        {
            Constraint = ReadConstraint(reader, feature),
            Step = step,
            MostSteps = hasSteps ? ReadMost(reader) : null,
            Cost = cost,
            DisplayName = reader.Argument("ShownAs") as string,
        };
    }

    /// <summary>How many steps at most; null where 0 says that there is no such number, or it is reported.</summary>
    private static int? ReadMost(AnnotationReader reader)
    {
        AttributeData? step = reader.Find("Step");
        return AnnotationReader.Named(step, "AtMost") is int stated and not 0 ? (int?)reader.Positive(step, stated, "AtMost") : null;
    }

    private static FeatureConstraint ReadConstraint(AnnotationReader reader, FeatureModel feature)
    {
        AttributeData? immutable = reader.Find("Immutable"), increases = reader.Find("OnlyIncreases"), decreases = reader.Find("OnlyDecreases");
        if ((increases ?? decreases) is not { } direction)
            return immutable is null ? FeatureConstraint.None : FeatureConstraint.Immutable;

        string name = increases is null ? "OnlyDecreases" : "OnlyIncreases";
        if (increases is not null && decreases is not null)
            reader.Contradict(decreases, "cannot only increase and only decrease; keep one of [OnlyIncreases] and [OnlyDecreases], or state [Immutable]");
        else if (!reader.Type.IsNumber() && feature.Type is not (FeatureType.OrdinalEnum or FeatureType.Boolean))
            reader.Contradict(direction, $"has type '{reader.TypeName}', whose values are not larger or smaller than each other; remove [{name}]");
        else if (immutable is not null)
            reader.Contradict(direction, $"cannot be immutable and still change; keep [Immutable] or [{name}]");
        return increases is null ? FeatureConstraint.OnlyDecreases : FeatureConstraint.OnlyIncreases;
    }
}
