using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedExplain.Analyzers.Diagnostics;

namespace TypedExplain.Analyzers.Evaluation;

/// <summary>TEX0210: the rows that a model learned from are also those that it is validated, tested or measured on.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class JudgedByItsTrainingRows() : UsageAnalyzer(UsageDescriptors.JudgedByItsTrainingRows)
{
    private protected override void Start(CompilationStartAnalysisContext context, Library library)
    {
        if (library.Type("Dataset`1") is not { } dataset)
            return;
        context.RegisterOperationAction(operation => Check(operation, library, dataset), OperationKind.Invocation);
    }

    private void Check(OperationAnalysisContext context, Library library, INamedTypeSymbol dataset)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!library.Owns(call.TargetMethod))
            return;
        IArgumentOperation[] rows = [.. call.Arguments.Where(argument => argument.Syntax is ArgumentSyntax && argument.Parameter!.Type.Is(dataset))];
        if (rows.FirstOrDefault(IsToLearnFrom) is { } learned && rows.FirstOrDefault(IsToJudgeBy) is { } judged)
            Report(SameValue.Are(learned.Value, judged.Value), judged, $"'{call.TargetMethod.Name}' learns from it, too");
        else if (rows.Length == 1 && rows[0] is var only && only.Parameter!.Name == "data" && ModelOf(call) is { } model && TrainingOf(model, only.Value, library) is { } training)
            Report(SameValue.Are(training, only.Value), only, $"'{model.Local.Name}' learned from it");

        void Report(bool isSame, IArgumentOperation place, string why)
        {
            if (isSame)
                context.ReportDiagnostic(At(((ArgumentSyntax)place.Syntax).Expression, Text.Of(((ArgumentSyntax)place.Syntax).Expression), why));
        }
    }

    private static bool IsToLearnFrom(IArgumentOperation argument) => argument.Parameter!.Name == "train";

    private static bool IsToJudgeBy(IArgumentOperation argument) => argument.Parameter!.Name is "test" or "validation";

    /// <summary>The model that a metric looks at, where it is a local.</summary>
    private static ILocalReferenceOperation? ModelOf(IInvocationOperation call) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter!.Name == "model") is { Value: var value } ? Calls.Bare(value) as ILocalReferenceOperation : null;

    /// <summary>The rows that a local's only value was trained on.</summary>
    private static IOperation? TrainingOf(ILocalReferenceOperation model, IOperation rows, Library library) =>
        Locals.OnlyValueOf(model.Local, Calls.Root(rows)) is { } value && Training(Calls.Bare(value), library) is { } training
            ? training.Arguments.FirstOrDefault(argument => argument.Parameter!.Name is "data" or "train")?.Value
            : null;

    /// <summary>The training in a value, of which an output may have been taken.</summary>
    private static IInvocationOperation? Training(IOperation value, Library library) => value switch
    {
        IInvocationOperation { TargetMethod: { Name: "Train" } method } call when library.Owns(method) => call,
        IInvocationOperation { TargetMethod: { Name: "Output" } method } call when library.Owns(method) && (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is { } model => Training(Calls.Bare(model), library),
        _ => null,
    };
}
