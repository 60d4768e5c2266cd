using System.Reflection;

namespace TypedExplain.Tests.Zoo;

/// <summary>What the annotations of one feature say of decisions, as reflection sees it.</summary>
internal sealed class TwinDecisions(TwinLeaf leaf)
{
    public double? Step => leaf.IsMissing ? null : All<StepAttribute>().FirstOrDefault()?.Size;

    public int? MostSteps => !leaf.IsMissing && All<StepAttribute>().FirstOrDefault() is { AtMost: > 0 and var most } ? most : null;

    public double? Cost => leaf.IsMissing ? null : All<CostAttribute>().FirstOrDefault()?.PerStep;

    public FeatureConstraints Constraints => All<ImmutableAttribute>().Any() ? FeatureConstraints.Immutable
        : leaf.IsMissing ? FeatureConstraints.None
        : All<OnlyIncreasesAttribute>().Any() ? FeatureConstraints.OnlyIncreases
        : All<OnlyDecreasesAttribute>().Any() ? FeatureConstraints.OnlyDecreases
        : FeatureConstraints.None;

    /// <summary>The other features, by name in the outermost record, and the factors.</summary>
    public (string Source, double Factor)[] MovesWith => leaf.IsMissing ? [] : [.. All<MovesWithAttribute>().Select(link => (Beside(link.Feature), link.Factor))];

    public string? Within => !leaf.IsMissing && All<WithinAttribute>().FirstOrDefault() is { } within ? Beside(within.Feature) : null;

    /// <summary>The reasons that hold for its values: of a missing value its own.</summary>
    public ReasonAttribute[] Reasons => [.. Stated.Where(reason => reason.When == Adverse.Missing == leaf.IsMissing)];

    /// <summary>All reasons of the property, in their order.</summary>
    public ReasonAttribute[] Stated => All<ReasonAttribute>();

    public string? NoReason => All<NoReasonAttribute>().FirstOrDefault()?.Why;

    /// <summary>The name of a feature of the same record.</summary>
    private string Beside(string name) => leaf.Name[..(leaf.Name.LastIndexOf('.') + 1)] + name;

    private TAttribute[] All<TAttribute>()
        where TAttribute : Attribute
    {
        PropertyInfo property = leaf.Path[^1];
        ParameterInfo? source = property.DeclaringType!.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).SelectMany(constructor => constructor.GetParameters()).FirstOrDefault(parameter => parameter.Name == property.Name);
        TAttribute[] own = [.. leaf.Parameter?.GetCustomAttributes<TAttribute>() ?? [], .. property.GetCustomAttributes<TAttribute>()];
        return own.Length > 0 ? own : [.. source?.GetCustomAttributes<TAttribute>() ?? []];
    }
}
