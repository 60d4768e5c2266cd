using System.Globalization;
using Microsoft.CodeAnalysis;
using TypedExplain.Generators.Diagnostics;
using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Parsing;

/// <summary>What the annotations of one feature state, once they are found to make sense together.</summary>
internal sealed class Annotations
{
    private readonly StoredProperty _stored;
    private readonly AttributeData[] _attributes;
    private readonly FeatureType _type;
    private readonly Findings _findings;
    private readonly CancellationToken _cancellation;

    public Annotations(StoredProperty stored, FeatureType type, Findings findings, CancellationToken cancellation)
    {
        (_stored, _type, _findings, _cancellation) = (stored, type, findings, cancellation);
        _attributes = stored.Attributes.ToArray();
        ReadKind();
        if (type == FeatureType.Record)
            return;
        ReadNumber();
        ReadTexts();
        ReadConstraint();
        ReadActions();
        IsProtected = Find("Protected") is not null;
        DisplayName = Find("ShownAs")?.ConstructorArguments.FirstOrDefault().Value as string;
    }

    /// <summary>The stated range, or null where neither end was stated.</summary>
    public NumberRange? Range { get; private set; }

    /// <summary>The stated range within the limits of the type; null where every finite number is legal.</summary>
    public NumberRange? Limits { get; private set; }

    public string? Unit { get; private set; }

    /// <summary>The unit of a time.</summary>
    public int? TimeUnit { get; private set; }

    /// <summary>Whether an enum's members are ranks.</summary>
    public bool IsOrdinal { get; private set; }

    /// <summary>The texts that a string may hold.</summary>
    public EquatableArray<string> Texts { get; private set; }

    public FeatureConstraint Constraint { get; private set; }

    public double? Step { get; private set; }

    public double? Cost { get; private set; }

    public bool IsProtected { get; }

    public string? DisplayName { get; }

    /// <summary>Annotations of the kind of a feature, each on a type that it fits.</summary>
    private void ReadKind()
    {
        AttributeData? ordinal = Find("Ordinal"), categorical = Find("Categorical");
        Fits(Find("Numeric"), "Numeric", _type.IsNumber() && !_type.IsDate());
        Fits(Find("MeasuredIn"), "MeasuredIn", _type.IsTime());
        Fits(Find("Step"), "Step", _type.IsNumber());
        Fits(Find("Categories"), "Categories", _type == FeatureType.Text);
        Fits(ordinal, "Ordinal", _type == FeatureType.Enum);
        Fits(categorical, "Categorical", !_type.IsNumber() && _type != FeatureType.Record);
        foreach (string name in new[] { "Immutable", "OnlyIncreases", "OnlyDecreases", "Cost", "Protected", "ShownAs" })
            Fits(Find(name), name, _type != FeatureType.Record);
        IsOrdinal = _type == FeatureType.Enum && (ordinal is not null || _stored.Property.Type.GetAttributes().Any(attribute => attribute.IsOurs("Ordinal")));
        if (IsOrdinal && categorical is not null)
            Report(DiagnosticDescriptors.ContradictoryAnnotations, categorical, "cannot be without an order and have one; keep one of [Categorical] and [Ordinal]");

        void Fits(AttributeData? annotation, string name, bool fits)
        {
            if (annotation is not null && !fits)
                Report(DiagnosticDescriptors.UnfitAnnotation, annotation, TypeName, name);
        }
    }

    private void ReadNumber()
    {
        if (!_type.IsNumber())
            return;
        AttributeData? numeric = Find("Numeric");
        if (_type.IsTime())
            TimeUnit = Find("MeasuredIn")?.ConstructorArguments.FirstOrDefault().Value is int stated && stated >= 0 && stated < TimeUnits.Count ? stated : TimeUnits.Days;
        Unit = TimeUnit is { } unit ? TimeUnits.Word(unit) : numeric?.NamedArguments.FirstOrDefault(argument => argument.Key == "Unit").Value.Value as string;
        double[] ends = numeric?.ConstructorArguments.Select(argument => argument.Value).OfType<double>().ToArray() ?? [];
        if (numeric is not null && ends.Length == 2)
            ReadRange(numeric, new(ends[0], ends[1]));
        else
            Limits = NumberLimits.Within(_type, NumberLimits.Unbounded, TimeUnit);
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
        else if (!NumberLimits.HoldsTwoValues(_type, stated, TimeUnit))
        {
            ReportRange(DiagnosticDescriptors.EmptyRange, $"which holds fewer than two values of type '{TypeName}'; widen the range");
        }
        else
        {
            Range = stated == NumberLimits.Unbounded ? null : stated;
            Limits = NumberLimits.Within(_type, stated, TimeUnit);
        }

        void ReportRange(DiagnosticDescriptor descriptor, params string[] reason) =>
            Report(descriptor, numeric, [Digits(stated.Minimum), Digits(stated.Maximum), .. reason]);
    }

    private void ReadTexts()
    {
        if (_type != FeatureType.Text)
            return;
        if (Find("Categories") is not { } list)
        {
            _findings.Add(DiagnosticDescriptors.OpenText, _stored.TypeLocation(_cancellation), _stored.Property.Name);
            return;
        }

        TypedConstant argument = list.ConstructorArguments.FirstOrDefault();
        string?[] texts = argument.Kind == TypedConstantKind.Array && !argument.IsNull
            ? argument.Values.Select(value => value.Value as string).ToArray()
            : [];
        string? repeated = texts.GroupBy(text => text).FirstOrDefault(group => group.Count() > 1)?.Key;
        if (texts.Contains(null))
            Report(DiagnosticDescriptors.BadCategories, list, "holds null; state a text in its place");
        else if (repeated is not null)
            Report(DiagnosticDescriptors.BadCategories, list, $"holds '{repeated}' twice; state it once");
        else if (texts.Length < 2)
            Report(DiagnosticDescriptors.BadCategories, list, $"has {texts.Length} entries; state at least two texts");
        else
            Texts = texts.Select(text => text!).ToEquatableArray();
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
        else if (!_type.IsNumber() && !IsOrdinal)
            Report(DiagnosticDescriptors.ContradictoryAnnotations, direction, $"has type '{TypeName}', whose values are not larger or smaller than each other; remove [{name}]");
        else if (immutable is not null)
            Report(DiagnosticDescriptors.ContradictoryAnnotations, direction, $"cannot be immutable and still change; keep [Immutable] or [{name}]");
        else
            Constraint = increases is null ? FeatureConstraint.OnlyDecreases : FeatureConstraint.OnlyIncreases;
    }

    /// <summary>The step and the cost of a change.</summary>
    private void ReadActions()
    {
        Step = _type.IsNumber() ? Positive("Step") : null;
        Cost = Positive("Cost");
        if (Find("Immutable") is not null && (Find("Cost") ?? Find("Step")) is { } action)
            Report(DiagnosticDescriptors.ContradictoryAnnotations, action, $"cannot be immutable and have a {(action.IsOurs("Cost") ? "cost" : "step")} of change; keep [Immutable] or [{(action.IsOurs("Cost") ? "Cost" : "Step")}]");
    }

    private double? Positive(string name)
    {
        if (Find(name) is not { } annotation || annotation.ConstructorArguments.FirstOrDefault().Value is not double value)
            return null;
        if (value > 0 && !double.IsInfinity(value))
            return value;
        Report(DiagnosticDescriptors.NotPositive, annotation, name.ToLowerInvariant(), Digits(value));
        return null;
    }

    private string TypeName => _stored.Property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private static string Digits(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private AttributeData? Find(string name) => _attributes.FirstOrDefault(attribute => attribute.IsOurs(name));

    private void Report(DiagnosticDescriptor descriptor, AttributeData annotation, params string[] arguments)
    {
        LocationInfo location = annotation.ApplicationSyntaxReference is { } reference
            ? LocationInfo.Of(reference.GetSyntax(_cancellation))
            : _stored.NameLocation;
        _findings.Add(descriptor, location, [_stored.Property.Name, .. arguments]);
    }
}
