using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedExplain.Analyzers.Diagnostics;
using TypedExplain.Analyzers.Origins;

namespace TypedExplain.Analyzers.Models;

/// <summary>TEX0213: a model that is known to have several outputs is given where one is explained or measured.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SeveralOutputs() : UsageAnalyzer(UsageDescriptors.SeveralOutputs)
{
    // Those that take the model of one output; ExplainOutputs and Output take any.
    private static readonly string[] s_methods = ["Explain", "ExplainMany", "Values", "ValuesMany", "Fit", "Evaluate", "Predict"];

    private protected override void Start(CompilationStartAnalysisContext context, Library library)
    {
        if (library.Type("IModel`1") is { } models)
            context.RegisterOperationAction(operation => Check(operation, models, library), OperationKind.Invocation);
    }

    private void Check(OperationAnalysisContext context, INamedTypeSymbol models, Library library)
    {
        var call = (IInvocationOperation)context.Operation;
        IMethodSymbol method = call.TargetMethod;
        if (!s_methods.Contains(method.Name) || !library.Owns(method) || method.Parameters.Any(parameter => parameter.Name == "outputs")
            || call.Arguments.FirstOrDefault(argument => argument.Parameter is { Name: "model", Type: var type } && type.Is(models)) is not { } model
            || KnownOutputs.Of(model.Value, library, context.CancellationToken) is not { Names: { Length: > 1 } names } outputs
            || ExpectedToThrow.Contains(call))
        {
            return;
        }

        SyntaxNode place = model.Syntax is ArgumentSyntax argument ? argument.Expression : model.Syntax;
        string first = outputs.Constants is { } constants ? $"Output({constants.ContainingType.Name}.Outputs.{constants.GetMembers().OfType<IFieldSymbol>().First().Name})" : "Output(...)";
        context.ReportDiagnostic(At(place, Text.Of(place), $"{names.Length}", string.Join(", ", names.Take(5)) + (names.Length > 5 ? ", …" : ""), first));
    }
}
