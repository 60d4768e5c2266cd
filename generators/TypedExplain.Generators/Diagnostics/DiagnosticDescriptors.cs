using Microsoft.CodeAnalysis;

namespace TypedExplain.Generators.Diagnostics;

/// <summary>
/// Everything the generator reports. Ids are permanent: 00xx is about the shape of a record, 01xx about what its
/// annotations state. In every message {0} is the record and, where one is at fault, {1} the feature.
/// </summary>
internal static partial class DiagnosticDescriptors
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
}
