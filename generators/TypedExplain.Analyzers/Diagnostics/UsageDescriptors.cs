using Microsoft.CodeAnalysis;

namespace TypedExplain.Analyzers.Diagnostics;

/// <summary>
/// Everything that analyzers report. Ids are permanent: 02xx about how the package is used; in those messages {0} is what
/// the user wrote at the place. TEX0018 is about a record and what other generators add to it, which the generator cannot see.
/// </summary>
internal static class UsageDescriptors
{
    private const string Schema = "TypedExplain.Schema";
    private const string Usage = "TypedExplain.Usage";
    private const string Pages = "https://github.com/typedexplain/typedexplain/blob/main/docs/diagnostics/";

    public static readonly DiagnosticDescriptor UncarriedState = new(
        "TEX0018",
        "State that no row carries",
        "Record '{0}' holds '{1}', which no row carries, so that a model would read its default in every neighbor: {2}, or mark it [NotAFeature]",
        Schema, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0018.md");

    public static readonly DiagnosticDescriptor FeatureOfAnotherRecord = new(
        "TEX0201",
        "A feature belongs to one record",
        "'{0}' is a feature of '{1}', and a feature of '{2}' is wanted here; {3}",
        Usage, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0201.md");

    public static readonly DiagnosticDescriptor LostResult = new(
        "TEX0202",
        "A result must not be thrown away",
        "What '{0}' returns is thrown away: {1}; use it, or discard it with '_ ='",
        Usage, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0202.md");

    public static readonly DiagnosticDescriptor UnseenErrors = new(
        "TEX0203",
        "Collected errors must be looked at",
        "'{0}' leaves out rows with a bad cell, and the Errors that tell which are never looked at; {1}, or remove CollectErrors so that a bad cell is an exception",
        Usage, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0203.md");

    public static readonly DiagnosticDescriptor IdleOption = new(
        "TEX0204",
        "The option has no effect",
        "'{0}' has no effect here: {1}; remove it, or {2}",
        Usage, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0204.md");

    public static readonly DiagnosticDescriptor ChangingSeed = new(
        "TEX0205",
        "A seed must be the same in every run",
        "'{0}' differs from run to run, so nobody can repeat the result; give '{1}' a fixed number",
        Usage, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0205.md");
}
