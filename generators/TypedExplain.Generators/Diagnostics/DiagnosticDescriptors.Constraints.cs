using Microsoft.CodeAnalysis;

namespace TypedExplain.Generators.Diagnostics;

// 01xx: what the annotations of a record state.
internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor InvertedRange = new(
        "TEX0101",
        "The minimum of a range must lie below its maximum",
        "Feature '{0}.{1}' has the range {2} to {3}, whose minimum is not below its maximum; state the smaller number first",
        Constraints, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0101.md");

    public static readonly DiagnosticDescriptor EmptyRange = new(
        "TEX0102",
        "A range must hold values of the feature's type",
        "Feature '{0}.{1}' has the range {2} to {3}, {4}",
        Constraints, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0102.md");

    public static readonly DiagnosticDescriptor UnfitAnnotation = new(
        "TEX0103",
        "The annotation does not fit the feature's type",
        "Feature '{0}.{1}' has type '{2}', which [{3}] does not fit; {4}",
        Constraints, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0103.md");

    public static readonly DiagnosticDescriptor ContradictoryAnnotations = new(
        "TEX0104",
        "The annotations contradict each other",
        "Feature '{0}.{1}' {2}",
        Constraints, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0104.md");

    public static readonly DiagnosticDescriptor BadCategories = new(
        "TEX0105",
        "A list of categories must hold different texts",
        "The list of categories of feature '{0}.{1}' {2}",
        Constraints, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0105.md");

    public static readonly DiagnosticDescriptor NotPositive = new(
        "TEX0106",
        "A step, cost, length, size, offset or scale must be above 0",
        "Feature '{0}.{1}' has the {2} {3}; state a finite number above 0",
        Constraints, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0106.md");

    public static readonly DiagnosticDescriptor NeedsRange = new(
        "TEX0107",
        "The annotation needs a range",
        "Feature '{0}.{1}' {2}",
        Constraints, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0107.md");

    public static readonly DiagnosticDescriptor BadCodes = new(
        "TEX0108",
        "Every category needs a number of its own",
        "The list of numbers of feature '{0}.{1}' {2}",
        Constraints, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0108.md");

    public static readonly DiagnosticDescriptor UndefinedValue = new(
        "TEX0109",
        "The annotation states a value that does not exist",
        "Feature '{0}.{1}' has the {2} {3}, which does not exist; state one of {4}",
        Constraints, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0109.md");

    public static readonly DiagnosticDescriptor UnitOfTime = new(
        "TEX0110",
        "The unit of a time is stated with [MeasuredIn]",
        "Feature '{0}.{1}' is measured in {2}, whatever Unit = \"{3}\" says; state the unit with {4}, in which the range is meant too, and remove Unit",
        Constraints, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0110.md");

    public static readonly DiagnosticDescriptor RepeatedAnnotation = new(
        "TEX0111",
        "An annotation is stated twice with different values",
        "Feature '{0}.{1}' has [{2}] twice with different values, on the parameter and on its property; keep one of them",
        Constraints, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0111.md");

    public static readonly DiagnosticDescriptor TwinCategories = new(
        "TEX0112",
        "Two categories differ in case or blanks only",
        "The list of categories of feature '{0}.{1}' holds '{2}' and '{3}', which differ in case or blanks only; if they are one category, state it once",
        Constraints, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0112.md");

    public static readonly DiagnosticDescriptor ClosedCircle = new(
        "TEX0113",
        "The ends of a circle of whole numbers are two values",
        "Feature '{0}.{1}' is on a circle of the whole numbers 0 to {2}, which are {3} values, since 0 and {2} are neighbors there and not the same; state 0 to {4}, or a type with fractions",
        Constraints, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0113.md");

    public static readonly DiagnosticDescriptor LongStep = new(
        "TEX0114",
        "A step must fit into the range",
        "Feature '{0}.{1}' has the step {2}, and its range from {3} to {4} is shorter; state a smaller step",
        Constraints, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0114.md");

    public static readonly DiagnosticDescriptor SharedDisplayName = new(
        "TEX0115",
        "Two features are shown under one name",
        "Feature '{0}.{1}' is shown as '{2}', and so is '{3}'; show them under different names",
        Constraints, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0115.md");

    public static readonly DiagnosticDescriptor AllFixed = new(
        "TEX0116",
        "A neighborhood must be able to change a feature",
        "Every feature of record '{0}' is drawn with DrawMode.Fixed, so that no neighbor differs from the instance; let at least one of them change",
        Constraints, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0116.md");

    public static readonly DiagnosticDescriptor FallingOrder = new(
        "TEX0117",
        "The values of an order should rise",
        "Feature '{0}.{1}' is ordered as the members of '{2}' are declared, and their values do not rise; declare them from the smallest value to the largest, or remove [Ordinal]",
        Constraints, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0117.md");

    public static readonly DiagnosticDescriptor WideRange = new(
        "TEX0118",
        "A range must not go beyond what its column holds",
        "Feature '{0}.{1}' has the range {2} to {3}, and a column holds whole numbers up to {4} only, so that larger ones are refused; narrow the range",
        Constraints, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0118.md");

    public static readonly DiagnosticDescriptor BrokenStep = new(
        "TEX0119",
        "A step between whole numbers must be whole",
        "Feature '{0}.{1}' has type '{2}' and the step {3}, which does not lead from one whole number to another; state a whole step",
        Constraints, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0119.md");

    public static readonly DiagnosticDescriptor BlankName = new(
        "TEX0120",
        "What readers are shown must not be blank",
        "The {2} of feature '{0}.{1}' is blank, so explanations show nothing in its place; state one, or leave it out",
        Constraints, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0120.md");
}
