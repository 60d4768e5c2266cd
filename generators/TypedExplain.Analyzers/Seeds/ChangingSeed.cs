using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedExplain.Analyzers.Diagnostics;

namespace TypedExplain.Analyzers.Seeds;

/// <summary>
/// TEX0205: a seed is taken from a clock or from chance. One that was stored first and is used elsewhere, too, may have
/// been shown, and then somebody can repeat the result.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ChangingSeed() : UsageAnalyzer(UsageDescriptors.ChangingSeed)
{
    private protected override void Start(CompilationStartAnalysisContext context, Library library)
    {
        ChangingValues changing = new(library);
        context.RegisterOperationAction(operation => CheckOption(operation, library, changing), OperationKind.SimpleAssignment);
        context.RegisterOperationAction(operation => CheckArgument(operation, library, changing), OperationKind.Argument);
    }

    private void CheckOption(OperationAnalysisContext context, Library library, ChangingValues changing)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment is { Syntax: AssignmentExpressionSyntax written, Target: IPropertyReferenceOperation { Property: { Name: "Seed" or "FirstSeed" } property } } && library.Owns(property))
            Check(context, written.Right, assignment.Value, property.Name, changing);
    }

    private void CheckArgument(OperationAnalysisContext context, Library library, ChangingValues changing)
    {
        var argument = (IArgumentOperation)context.Operation;
        if (argument is { Syntax: ArgumentSyntax written, Parameter: { Name: "seed" } parameter } && library.Owns(parameter))
            Check(context, written.Expression, argument.Value, parameter.Name, changing);
    }

    private void Check(OperationAnalysisContext context, ExpressionSyntax written, IOperation value, string option, ChangingValues changing)
    {
        if (value.DescendantsAndSelf().FirstOrDefault(changing.Contains) is { } source)
            context.ReportDiagnostic(At(written, Text.Of(source.Syntax), option));
        else if (Calls.Bare(value) is ILocalReferenceOperation { Local: var local } && OnlyUse(local, Calls.Root(value))?.DescendantsAndSelf().FirstOrDefault(changing.Contains) is { } stored)
            context.ReportDiagnostic(At(written, Text.Of(stored.Syntax), option));
    }

    /// <summary>What a local holds that nothing but the seed uses.</summary>
    private static IOperation? OnlyUse(ILocalSymbol local, IOperation root) =>
        Locals.ReferencesTo(local, root).Count() == 1 ? Locals.OnlyValueOf(local, root) : null;
}
