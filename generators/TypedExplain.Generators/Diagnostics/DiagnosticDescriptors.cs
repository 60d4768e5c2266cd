using Microsoft.CodeAnalysis;

namespace TypedExplain.Generators.Diagnostics;

/// <summary>
/// Everything the generator reports. Ids are permanent: 00xx is about the shape of a record, 01xx about what its
/// annotations state. In every message {0} is the record and, where one is at fault, {1} the feature.
/// </summary>
internal static class DiagnosticDescriptors
{
    /// <summary>The category of what annotations state.</summary>
    internal const string Constraints = "TypedExplain.Constraints";

    private const string Schema = "TypedExplain.Schema";
    private const string Pages = "https://github.com/typedexplain/typedexplain/blob/main/docs/diagnostics/";

    public static readonly DiagnosticDescriptor NotPartial = new(
        "TEX0001",
        "A feature record must be partial",
        "Record '{0}' gets its schema only if '{1}' is partial; add the partial modifier to '{1}'",
        Schema, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0001.md");

    public static readonly DiagnosticDescriptor UnsupportedType = new(
        "TEX0002",
        "No column can carry a feature of this type",
        "Feature '{0}.{1}' has type '{2}', which no column can carry; make it a number, a date or time, a bool, an enum, a string with [Categories] or [Text], an array of numbers with [ArrayLength], an image with [Image] or another feature record, or mark it [NotAFeature]",
        Schema, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0002.md");

    public static readonly DiagnosticDescriptor NoFeatures = new(
        "TEX0003",
        "A feature record needs a feature",
        "Record '{0}' has no features; give it a positional parameter or a public property with an init or set accessor",
        Schema, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0003.md");

    public static readonly DiagnosticDescriptor NotConstructible = new(
        "TEX0004",
        "The record cannot be constructed from a row",
        "Record '{0}' cannot be constructed from a row: {1}",
        Schema, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0004.md");

    public static readonly DiagnosticDescriptor UnsupportedShape = new(
        "TEX0005",
        "A feature record cannot have this shape",
        "Record '{0}' cannot be a feature record: {1}",
        Schema, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0005.md");

    public static readonly DiagnosticDescriptor EmptyEnum = new(
        "TEX0006",
        "An enum without members has no categories",
        "Feature '{0}.{1}' has type '{2}', an enum without members; add its categories to '{2}'",
        Schema, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0006.md");

    public static readonly DiagnosticDescriptor FlagsEnum = new(
        "TEX0007",
        "A [Flags] enum is not a category",
        "Feature '{0}.{1}' has type '{2}', a [Flags] enum, whose values combine; use one bool property per flag, or remove [Flags] from '{2}'",
        Schema, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0007.md");

    public static readonly DiagnosticDescriptor HiddenName = new(
        "TEX0008",
        "A member of the feature vector hides the feature's name",
        "Feature '{0}.{1}' cannot be reached by name, because '{2}' has a member '{1}'; rename the property",
        Schema, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0008.md");

    public static readonly DiagnosticDescriptor LanguageVersion = new(
        "TEX0009",
        "Feature records need C# 14",
        "Record '{0}' needs C# 14, and this project compiles as C# {1}; set <LangVersion>14</LangVersion> or newer in the project file",
        Schema, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0009.md");

    public static readonly DiagnosticDescriptor OpenText = new(
        "TEX0010",
        "A string feature needs its categories",
        "Feature '{0}.{1}' is a string, which may hold anything; state what it may hold with [Categories(\"...\", \"...\")], or mark it as running text with [Text], or as [NotAFeature]",
        Schema, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0010.md");

    public static readonly DiagnosticDescriptor Recursive = new(
        "TEX0011",
        "A feature record cannot contain itself",
        "Feature '{0}.{1}' has type '{2}', which contains '{0}' or itself, so that a row would never end; remove the property from one of them, or mark it [NotAFeature]",
        Schema, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0011.md");

    public static readonly DiagnosticDescriptor ForeignRecord = new(
        "TEX0012",
        "A record inside another one must be declared in the same project",
        "Feature '{0}.{1}' has type '{2}', a feature record of another project; declare '{2}' in this one, or mark the property [NotAFeature]",
        Schema, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0012.md");

    public static readonly DiagnosticDescriptor OpenArray = new(
        "TEX0013",
        "An array needs its length",
        "Feature '{0}.{1}' is an array, and a row must know its length; state it with [ArrayLength(...)], or mark the property [NotAFeature]",
        Schema, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0013.md");

    public static readonly DiagnosticDescriptor CollidingName = new(
        "TEX0014",
        "Two features would have the same name",
        "Feature '{0}.{1}' has the name of the feature that says whether '{2}' is missing; rename the property",
        Schema, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0014.md");

    public static readonly DiagnosticDescriptor UnsupportedMedia = new(
        "TEX0015",
        "A text or an image belongs to one record and is always there",
        "Feature '{0}.{1}' {2}",
        Schema, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0015.md");

    public static readonly DiagnosticDescriptor FeatureAsRowKey = new(
        "TEX0016",
        "A row key is not a feature",
        "Feature '{0}.{1}' is marked [RowKey], and what a row is known by says nothing to a model; add [NotAFeature], or remove [RowKey]",
        Schema, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0016.md");

    public static readonly DiagnosticDescriptor BadRowKey = new(
        "TEX0017",
        "A record has one row key, which a file can hold",
        "Row key '{0}.{1}' {2}",
        Schema, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0017.md");

    public static readonly DiagnosticDescriptor ObsoleteFeature = new(
        "TEX0019",
        "A feature must be usable",
        "Feature '{0}.{1}' or its type is obsolete as an error, so that no code may use it; remove the error from [Obsolete], or mark the property [NotAFeature]",
        Schema, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0019.md");

    public static readonly DiagnosticDescriptor TwinNames = new(
        "TEX0020",
        "Two features differ in case only",
        "Feature '{0}.{1}' differs from '{2}' in case only, and a column of a file could be either; rename one of them",
        Schema, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0020.md");

    public static readonly DiagnosticDescriptor LongRow = new(
        "TEX0021",
        "A row cannot be this long",
        "Feature '{0}.{1}' makes a row longer than 10,000,000 columns; state a smaller length, or mark the property [NotAFeature]",
        Schema, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0021.md");

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
        "Every feature of record '{0}' is drawn with Draw.Fixed, so that no neighbor differs from the instance; let at least one of them change",
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
