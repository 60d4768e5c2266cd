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

    public static readonly DiagnosticDescriptor MissingCase = new(
        "TEX0220",
        "Every case of a closed union needs an arm",
        "The switch over '{0}' has no arm for {1}; add one, or '_' (in a statement 'default') if all that is left is the same to you",
        Usage, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0220.md");

    public static readonly DiagnosticDescriptor SharedArm = new(
        "TEX0221",
        "A case must not pass for a better one",
        "'{0}' answers '{1}' as '{2}' is answered, although it falls short of it; give it an answer of its own",
        Usage, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0221.md");

    public static readonly DiagnosticDescriptor PresumedCase = new(
        "TEX0222",
        "A cast presumes what must be looked at",
        "'{0}' presumes the case '{1}', and it may be {2}; look which one it is with 'is' or 'switch'",
        Usage, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0222.md");

    public static readonly DiagnosticDescriptor UncarriedRead = new(
        "TEX0225",
        "A model reads what no row carries",
        "'{0}' of '{1}' is in no row, so neighbors do not differ in it and its effect is never seen; make it a feature, or leave it out of the model",
        Usage, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0225.md");

    public static readonly DiagnosticDescriptor ModelChanges = new(
        "TEX0226",
        "A model changes something while it answers",
        "'{0}' changes {1} and explainers ask from several threads at once, in an order of their own; leave it out, or use Interlocked, a lock or a concurrent collection",
        Usage, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0226.md");

    public static readonly DiagnosticDescriptor ModelChance = new(
        "TEX0227",
        "A model answers by chance",
        "'{0}' gives the same row another answer the next time; answer by the row alone, or by a mean over draws with fixed seeds",
        Usage, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0227.md");

    public static readonly DiagnosticDescriptor ModelBlocks = new(
        "TEX0228",
        "A model waits for a task at every record",
        "'{0}' waits at every record, one after the other; ask about a whole batch at once with Model.FromBatch",
        Usage, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0228.md");

    public static readonly DiagnosticDescriptor HardLabel = new(
        "TEX0229",
        "A label is not a score",
        "'{0}' is 0 or 1, so most neighbors of an instance have the same answer; give the score that is compared",
        Usage, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0229.md");

    public static readonly DiagnosticDescriptor FixedAnswers = new(
        "TEX0230",
        "A model of batches needs an answer for every record",
        "'{0}' has {1} answers, however many records the model is asked about; give one for each",
        Usage, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0230.md");
}
