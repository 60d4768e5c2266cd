using Microsoft.CodeAnalysis;

namespace TypedExplain.Generators.Diagnostics;

// What annotations say of decisions: the reasons that people are told, and how features move together.
internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor MissingReason = new(
        "TEX0121",
        "Every feature needs a reason, or to say why it has none",
        "Feature '{0}.{1}' {2}, so a person whom it counts against could be told nothing; {3}",
        Constraints, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0121.md");

    public static readonly DiagnosticDescriptor UnfitReason = new(
        "TEX0122",
        "A reason must hold for values that the feature can have",
        "Feature '{0}.{1}' has the reason '{2}' {3}",
        Constraints, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0122.md");

    public static readonly DiagnosticDescriptor TwoReasons = new(
        "TEX0123",
        "One value has one reason",
        "Feature '{0}.{1}' has the reasons '{2}' and '{3}' for {4}; tell them apart with When or For, or keep one of them",
        Constraints, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0123.md");

    public static readonly DiagnosticDescriptor TwoTexts = new(
        "TEX0124",
        "One code has one text",
        "Feature '{0}.{1}' has the reason '{2}' with another text than '{3}' has; state the same text, or another code",
        Constraints, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0124.md");

    public static readonly DiagnosticDescriptor TwinCodes = new(
        "TEX0125",
        "Two codes must be two names",
        "Feature '{0}.{1}' has the reason '{2}', which the enum of reasons would call '{3}' as it calls '{4}'; change one of the codes",
        Constraints, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0125.md");

    public static readonly DiagnosticDescriptor BlankReason = new(
        "TEX0126",
        "A reason must not be blank",
        "The {2} of feature '{0}.{1}' is blank; state {3}",
        Constraints, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0126.md");

    public static readonly DiagnosticDescriptor InsufficientReason = new(
        "TEX0127",
        "A reason must say what the decision was based on",
        "Feature '{0}.{1}' has the reason '{2}' with the text \"{3}\", which says that a standard was not met and not what about the person did not meet it; say what of '{1}' counted against them",
        Constraints, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0127.md");

    public static readonly DiagnosticDescriptor VagueReason = new(
        "TEX0128",
        "A reason should not name a score, a policy or a model",
        "Feature '{0}.{1}' has the reason '{2}' with the text \"{3}\", which names a {4}, and that is no reason of the person's; say what of '{1}' counted against them",
        Constraints, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0128.md");

    public static readonly DiagnosticDescriptor ProtectedReason = new(
        "TEX0129",
        "A protected feature can be no reason",
        "Feature '{0}.{1}' is protected and has the reason '{2}', which may never be stated; remove [Reason]",
        Constraints, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0129.md");

    public static readonly DiagnosticDescriptor BadResources = new(
        "TEX0130",
        "The text of a reason must stand in the resources",
        "Feature '{0}.{1}' has the reason '{2}', and '{3}' has no static property '{4}' that the record can read; {5}",
        Constraints, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0130.md");

    public static readonly DiagnosticDescriptor BadLink = new(
        "TEX0131",
        "A feature moves with another number, rank or flag of its record",
        "Feature '{0}.{1}' moves with {2}",
        Constraints, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0131.md");

    public static readonly DiagnosticDescriptor BadLimit = new(
        "TEX0132",
        "A feature is within another number or rank of its record",
        "Feature '{0}.{1}' is within {2}",
        Constraints, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0132.md");

    public static readonly DiagnosticDescriptor Circle = new(
        "TEX0133",
        "Features must not move with each other in a circle, or be within each other",
        "Feature '{0}.{1}' stands in a circle: {2}; remove one of the annotations",
        Constraints, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0133.md");
}
