using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedExplain.Analyzers.Diagnostics;

namespace TypedExplain.Analyzers.Models;

/// <summary>TEX0214: what a method returns asks a model later, when the method's <c>using</c> has disposed of it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DisposedModel() : UsageAnalyzer(UsageDescriptors.DisposedModel)
{
    private protected override void Start(CompilationStartAnalysisContext context, Library library)
    {
        if (library.Type("IModel`1") is { } models)
            context.RegisterOperationAction(operation => Check(operation, models, library), OperationKind.Return);
    }

    private void Check(OperationAnalysisContext context, INamedTypeSymbol models, Library library)
    {
        var result = (IReturnOperation)context.Operation;
        if (result.ReturnedValue is null)
            return;
        ILocalSymbol[] disposed = [.. DisposedAfter(result).Where(local => IsModel(local.Type, models))];
        if (disposed.Length > 0 && new LaterUse(disposed, models, library).In(result.ReturnedValue) is { } later)
            context.ReportDiagnostic(At(later.Place, Text.Of(later.Place), later.Model, later.Remedy));
    }

    /// <summary>The locals that are disposed of when this function returns.</summary>
    private static IEnumerable<ILocalSymbol> DisposedAfter(IOperation result)
    {
        for (IOperation? at = result; at?.Parent is { } parent && at is not (IAnonymousFunctionOperation or ILocalFunctionOperation); at = parent)
        {
            IEnumerable<IVariableDeclarationGroupOperation> groups = parent switch
            {
                IBlockOperation block => block.Operations.OfType<IUsingDeclarationOperation>().Where(declared => declared.Syntax.SpanStart < result.Syntax.SpanStart).Select(declared => declared.DeclarationGroup),
                IUsingOperation { Resources: IVariableDeclarationGroupOperation group } => [group],
                _ => [],
            };
            foreach (IVariableDeclaratorOperation declarator in groups.SelectMany(group => group.Declarations).SelectMany(declaration => declaration.Declarators))
                yield return declarator.Symbol;
        }
    }

    private static bool IsModel(ITypeSymbol type, INamedTypeSymbol models) => type.Is(models) || type.AllInterfaces.Any(part => part.Is(models));
}
