using System.Globalization;
using Microsoft.CodeAnalysis;
using TypedExplain.Generators.Diagnostics;
using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Parsing.Annotations;

/// <summary>The annotations of one feature by name, and what is wrong with them.</summary>
/// <param name="stored">The property.</param>
/// <param name="type">What it holds; of a nullable or an array, what that is of.</param>
/// <param name="findings">Where findings go.</param>
/// <param name="cancellation">Ends the work early.</param>
internal sealed class AnnotationReader(StoredProperty stored, FeatureType type, Findings findings, CancellationToken cancellation)
{
    // A fix removes the argument that stands under this key, or, where that is empty, nothing.
    private const string ArgumentKey = "Argument";

    private readonly AttributeData[] _attributes = stored.Attributes.ToArray();

    public IPropertySymbol Property => stored.Property;

    public FeatureType Type => type;

    public string TypeName => stored.Property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    /// <summary>The annotation of this name, or null.</summary>
    public AttributeData? Find(string name) => _attributes.FirstOrDefault(attribute => attribute.IsOurs(name));

    /// <summary>All of this name, which may stand several times.</summary>
    public IEnumerable<AttributeData> All(string name) => stored.All(name);

    /// <summary>The first argument of an annotation's constructor, or null.</summary>
    public object? Argument(string name) => Find(name)?.ConstructorArguments.FirstOrDefault().Value;

    /// <summary>Whether the stated range is reported, so that what needs a range has nothing more to say of it.</summary>
    public bool HasFaultyRange { get; set; }

    /// <summary>The same for the stated categories.</summary>
    public bool HasFaultyCategories { get; set; }

    /// <summary>Reports an annotation that the type does not fit.</summary>
    /// <param name="name">The annotation.</param>
    /// <param name="fits">Whether it fits.</param>
    /// <param name="remedy">What to do about it.</param>
    /// <param name="isMeant">Whether the annotation says what the author means, so that no fix may remove it.</param>
    public void RequireFit(string name, bool fits, string? remedy = null, bool isMeant = false)
    {
        if (!fits && Find(name) is { } annotation)
            ReportFixable(DiagnosticDescriptors.UnfitAnnotation, annotation, isMeant, TypeName, name, remedy ?? $"remove [{name}]");
    }

    /// <summary>Reports annotations that stand on a parameter and once more, with other values, on its property.</summary>
    public void RequireOnce()
    {
        foreach ((AttributeData first, AttributeData second) in stored.Repeated)
        {
            if (second.AttributeClass is { ContainingNamespace.Name: "TypedExplain" } type && !StoredProperty.IsRepeatable(first) && first.ToString() != second.ToString())
                Report(DiagnosticDescriptors.RepeatedAnnotation, second, type.Name.Replace("Attribute", ""));
        }
    }

    /// <summary>Reports a name or a unit that readers are to see and would not.</summary>
    public void RequireShown()
    {
        if (Argument("ShownAs") is string name && string.IsNullOrWhiteSpace(name))
            Report(DiagnosticDescriptors.BlankName, Find("ShownAs")!, "shown name");
        if (Named(Find("Numeric"), "Unit") is string unit && string.IsNullOrWhiteSpace(unit))
            Report(DiagnosticDescriptors.BlankName, Find("Numeric")!, (ArgumentKey, "Unit"), ["unit"]);
    }

    /// <summary>A member of an enum as an annotation states it, by its number; null where it has none, or it is reported.</summary>
    public int? Defined(AttributeData? annotation, object? value, string what, IReadOnlyList<string> members)
    {
        if (annotation is null || value is not int number)
            return null;
        if (number >= 0 && number < members.Count)
            return number;
        Report(DiagnosticDescriptors.UndefinedValue, annotation, what, number.ToString(CultureInfo.InvariantCulture), string.Join(", ", members));
        return null;
    }

    /// <summary>A number above 0, or null where there is none or it is reported.</summary>
    public double? Positive(AttributeData? annotation, object? value, string what)
    {
        if (annotation is null || value is not (double or int))
            return null;
        double number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
        if (number > 0 && !double.IsInfinity(number))
            return number;
        Report(DiagnosticDescriptors.NotPositive, annotation, what, Digits(number));
        return null;
    }

    /// <summary>The number that an annotation's constructor takes, above 0.</summary>
    public double? Positive(string name, string? what = null) => Positive(Find(name), Argument(name), what ?? name.ToLowerInvariant());

    public void Contradict(AttributeData annotation, string words) => Report(DiagnosticDescriptors.ContradictoryAnnotations, annotation, words);

    /// <summary>The same, where one named argument of the annotation is all that is wrong.</summary>
    public void Contradict(AttributeData annotation, string argument, string words) =>
        Report(DiagnosticDescriptors.ContradictoryAnnotations, annotation, (ArgumentKey, argument), [words]);

    public void Report(DiagnosticDescriptor descriptor, AttributeData annotation, params string[] arguments) =>
        Report(descriptor, annotation, property: null, arguments);

    /// <summary>The same, where a fix may remove the annotation unless it is what the author means.</summary>
    public void ReportFixable(DiagnosticDescriptor descriptor, AttributeData annotation, bool isMeant, params string[] arguments) =>
        Report(descriptor, annotation, isMeant ? (ArgumentKey, "") : null, arguments);

    private void Report(DiagnosticDescriptor descriptor, AttributeData annotation, (string Key, string Value)? property, string[] arguments)
    {
        LocationInfo location = annotation.ApplicationSyntaxReference is { } reference
            ? LocationInfo.Of(reference.GetSyntax(cancellation))
            : stored.NameLocation;
        findings.AddFixable(descriptor, location, property, [stored.Property.Name, .. arguments]);
    }

    /// <summary>Reports the type of the property.</summary>
    public void ReportType(DiagnosticDescriptor descriptor, params string[] arguments) =>
        findings.Add(descriptor, stored.TypeLocation(cancellation), [stored.Property.Name, .. arguments]);

    /// <summary>A named argument of an annotation, or null.</summary>
    public static object? Named(AttributeData? annotation, string name) =>
        annotation?.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value;

    public static string Digits(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
