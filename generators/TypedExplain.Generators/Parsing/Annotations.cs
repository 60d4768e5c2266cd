using System.Globalization;
using Microsoft.CodeAnalysis;
using TypedExplain.Generators.Diagnostics;
using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Parsing;

/// <summary>What the annotations of one feature state, once they are found to make sense together.</summary>
internal sealed class Annotations
{
    private readonly StoredProperty _stored;
    private readonly FeatureType _type;
    private readonly Findings _findings;
    private readonly CancellationToken _cancellation;

    public Annotations(StoredProperty stored, FeatureType type, Findings findings, CancellationToken cancellation)
    {
        (_stored, _type, _findings, _cancellation) = (stored, type, findings, cancellation);
        ReadKind();
        ReadConstraint();
    }

    /// <summary>The stated range, or null where neither end was stated.</summary>
    public NumberRange? Range { get; private set; }

    /// <summary>The stated range within the limits of the type; null where every finite number is legal.</summary>
    public NumberRange? Limits { get; private set; }

    public string? Unit { get; private set; }

    public FeatureConstraint Constraint { get; private set; }

    private bool IsNumber => _type is not (FeatureType.Boolean or FeatureType.Enum);

    private void ReadKind()
    {
        AttributeData? numeric = Find("Numeric"), categorical = Find("Categorical");
        if (numeric is not null && !IsNumber)
            Report(DiagnosticDescriptors.UnfitAnnotation, numeric, TypeName, "Numeric");
        if (categorical is not null && IsNumber)
            Report(DiagnosticDescriptors.UnfitAnnotation, categorical, TypeName, "Categorical");
        if (!IsNumber)
            return;

        Unit = numeric?.NamedArguments.FirstOrDefault(argument => argument.Key == "Unit").Value.Value as string;
        double[] ends = numeric?.ConstructorArguments.Select(argument => argument.Value).OfType<double>().ToArray() ?? [];
        if (numeric is not null && ends.Length == 2)
            ReadRange(numeric, new(ends[0], ends[1]));
        else
            Limits = NumberLimits.Within(_type, NumberLimits.Unbounded);
    }

    private void ReadRange(AttributeData numeric, NumberRange stated)
    {
        if (double.IsNaN(stated.Minimum) || double.IsNaN(stated.Maximum))
        {
            ReportRange(DiagnosticDescriptors.EmptyRange, "an end of which is not a number; state a number or leave the range out");
        }
        else if (stated.Minimum >= stated.Maximum)
        {
            ReportRange(DiagnosticDescriptors.InvertedRange);
        }
        else if (!NumberLimits.HoldsTwoValues(_type, stated))
        {
            ReportRange(DiagnosticDescriptors.EmptyRange, $"which holds fewer than two values of type '{TypeName}'; widen the range");
        }
        else
        {
            Range = stated == NumberLimits.Unbounded ? null : stated;
            Limits = NumberLimits.Within(_type, stated);
        }

        void ReportRange(DiagnosticDescriptor descriptor, params string[] reason) => Report(
            descriptor,
            numeric,
            [stated.Minimum.ToString("R", CultureInfo.InvariantCulture), stated.Maximum.ToString("R", CultureInfo.InvariantCulture), .. reason]);
    }

    private void ReadConstraint()
    {
        AttributeData? immutable = Find("Immutable"), increases = Find("OnlyIncreases"), decreases = Find("OnlyDecreases");
        if ((increases ?? decreases) is not { } direction)
        {
            Constraint = immutable is null ? FeatureConstraint.None : FeatureConstraint.Immutable;
            return;
        }

        string name = increases is null ? "OnlyDecreases" : "OnlyIncreases";
        if (increases is not null && decreases is not null)
            Report(DiagnosticDescriptors.ContradictoryAnnotations, decreases, "cannot only increase and only decrease; keep one of [OnlyIncreases] and [OnlyDecreases], or state [Immutable]");
        else if (!IsNumber)
            Report(DiagnosticDescriptors.ContradictoryAnnotations, direction, $"has type '{TypeName}', whose values are not larger or smaller than each other; remove [{name}]");
        else if (immutable is not null)
            Report(DiagnosticDescriptors.ContradictoryAnnotations, direction, $"cannot be immutable and still change; keep [Immutable] or [{name}]");
        else
            Constraint = increases is null ? FeatureConstraint.OnlyDecreases : FeatureConstraint.OnlyIncreases;
    }

    private string TypeName => _stored.Property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private AttributeData? Find(string name) => _stored.Attributes.FirstOrDefault(attribute =>
        attribute.AttributeClass?.ToDisplayString() == $"TypedExplain.{name}Attribute");

    private void Report(DiagnosticDescriptor descriptor, AttributeData annotation, params string[] arguments)
    {
        LocationInfo location = annotation.ApplicationSyntaxReference is { } reference
            ? LocationInfo.Of(reference.GetSyntax(_cancellation))
            : _stored.NameLocation;
        _findings.Add(descriptor, location, [_stored.Property.Name, .. arguments]);
    }
}
