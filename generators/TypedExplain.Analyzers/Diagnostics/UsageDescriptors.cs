using Microsoft.CodeAnalysis;

namespace TypedExplain.Analyzers.Diagnostics;

/// <summary>
/// Everything that analyzers report. Ids are permanent: 02xx about how the package is used; in those messages {0} is what
/// the user wrote at the place. TEX0018 is about a record and what other generators add to it, which the generator cannot see; 031x about models in ONNX files.
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

    public static readonly DiagnosticDescriptor OptionOutOfRange = new(
        "TEX0206",
        "An option must be within its range",
        "'{0}' of '{1}' is {2}; it must be {3}",
        Usage, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0206.md");

    public static readonly DiagnosticDescriptor ValueOutsideSchema = new(
        "TEX0207",
        "A record must hold what its schema allows",
        "'{0}' of '{1}' is {2}; it must be {3}",
        Usage, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0207.md");

    public static readonly DiagnosticDescriptor TokenNotPassed = new(
        "TEX0208",
        "A token at hand must be passed on",
        "'{0}' could be canceled by '{1}', which it is not given; write '{2}: {1}', or 'CancellationToken.None' if it must finish",
        Usage, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0208.md");

    public static readonly DiagnosticDescriptor EffectsOfDifferentUnits = new(
        "TEX0209",
        "Effects of different units must not be mixed",
        "'{0}' compares or adds effects per {1} and effects per {2}, so the choice of units decides; take them from 'Standardized'",
        Usage, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0209.md");

    public static readonly DiagnosticDescriptor JudgedByItsTrainingRows = new(
        "TEX0210",
        "A model must not be judged by the rows that it learned from",
        "'{0}' is what the result is judged by, and {1}, so the numbers flatter; keep rows apart with 'Split'",
        Usage, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0210.md");

    public static readonly DiagnosticDescriptor TargetIsFeature = new(
        "TEX0211",
        "A target must not be a feature",
        "Column '{0}' is the target, and it is the feature '{1}' too, so a model would be given what it is to predict; name another column, or mark the property [NotAFeature]",
        Usage, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0211.md");

    public static readonly DiagnosticDescriptor NeverMet = new(
        "TEX0212",
        "A standard must be one that can be met",
        "This can never be met: {0}, and {1}; {2}",
        Usage, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0212.md");

    public static readonly DiagnosticDescriptor SeveralOutputs = new(
        "TEX0213",
        "One output is explained at a time",
        "'{0}' has {1} outputs ({2}), and one is explained at a time; choose it with '{3}'",
        Usage, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0213.md");

    public static readonly DiagnosticDescriptor DisposedModel = new(
        "TEX0214",
        "A model must live as long as what asks it",
        "'{0}' asks '{1}' later, and by then its 'using' has disposed of it; {2}",
        Usage, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0214.md");

    public static readonly DiagnosticDescriptor UnknownOutputName = new(
        "TEX0215",
        "A model must have the output that is named",
        "The model has no output named by {0}; it has {1}",
        Usage, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0215.md");

    public static readonly DiagnosticDescriptor SchemaOfAnotherRecord = new(
        "TEX0216",
        "A stored schema belongs to one record",
        "'{0}' is the schema of '{1}', and it is compared with that of '{2}', so the two always differ; compare it with the schema of its own record",
        Usage, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0216.md");

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
        "'{0}' gives the same row another answer the next time; answer from only the row, or by a mean over draws with fixed seeds",
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

    public static readonly DiagnosticDescriptor RecourseWithoutSteps = new(
        "TEX0231",
        "A search for actions needs steps with an end",
        "Actions on '{0}' cannot be counted: {1}; state [Step(size)] with a range or AtMost, or [Immutable]",
        Usage, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0231.md");

    public static readonly DiagnosticDescriptor FileOfAnotherRecord = new(
        "TEX0314",
        "The file of a model belongs to its record",
        "'{0}' is the file of a model of '{1}', and it is loaded for '{2}', which nothing holds to the file; call '{3}.Load', or declare a class with [OnnxModel<{2}>] for the file",
        Usage, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0314.md");

    public static readonly DiagnosticDescriptor OutputAsText = new(
        "TEX0315",
        "An output is named by its constant",
        "{0} names an output that has a constant, and a text is not held to the file when the model is exported again; write '{1}'",
        Usage, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Pages + "TEX0315.md");
}
