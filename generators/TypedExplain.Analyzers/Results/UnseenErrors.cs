using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedExplain.Analyzers.Diagnostics;

namespace TypedExplain.Analyzers.Results;

/// <summary>TEX0203: a file is read with errors collected, its rows are used, and nobody asks which were left out.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnseenErrors() : UsageAnalyzer(UsageDescriptors.UnseenErrors)
{
    private protected override void Start(CompilationStartAnalysisContext context, Library library)
    {
        if (library.Type("Csv") is not { } csv || library.Type("CsvOptions") is not { } options)
            return;
        context.RegisterOperationAction(operation => Check(operation, csv, options), OperationKind.Invocation);
    }

    private void Check(OperationAnalysisContext context, INamedTypeSymbol csv, INamedTypeSymbol options)
    {
        var read = (IInvocationOperation)context.Operation;
        if (read.TargetMethod.Name != "Read" || !Symbols.Same(read.TargetMethod.ContainingType, csv) || !Collects(read, options))
            return;

        IOperation? user = Calls.User(read);
        if (user is not null && UseOf(user, read) == Use.Rows)
            Report("keep the result and look at its Errors");
        else if (LocalOf(user) is { } local && OnlyRows(Calls.Root(read), local))
            Report($"look at '{local.Name}.Errors'");

        void Report(string remedy) => context.ReportDiagnostic(At(Calls.NameOf(read), Text.Of(Calls.NameOf(read)), remedy));
    }

    private enum Use
    {
        /// <summary>The rows, or what belongs to them.</summary>
        Rows,

        /// <summary>Neither rows nor errors.</summary>
        Nothing,

        /// <summary>The errors, or a use that may come to them.</summary>
        Errors,
    }

    /// <summary>Whether errors are collected: the options say so where they are made, in the call or for a local that is set once.</summary>
    private static bool Collects(IInvocationOperation read, INamedTypeSymbol options)
    {
        IOperation? value = read.Arguments.FirstOrDefault(argument => argument.Parameter!.Type.Is(options))?.Value;
        return value is not null && Made(Calls.Bare(value), Calls.Root(read)) is { } settings
            && settings.Initializers.OfType<ISimpleAssignmentOperation>().Any(option =>
                option is { Target: IPropertyReferenceOperation { Property.Name: "CollectErrors" }, Value.ConstantValue: { HasValue: true, Value: true } });
    }

    /// <summary>The settings that options were made with.</summary>
    private static IObjectOrCollectionInitializerOperation? Made(IOperation value, IOperation root) => value switch
    {
        IObjectCreationOperation creation => creation.Initializer,
        IWithOperation changed => changed.Initializer,
        IInvocationOperation { TargetMethod.Name: "Labels", Instance: { } instance } => Made(Calls.Bare(instance), root),
        ILocalReferenceOperation { Local: var local } when Locals.OnlyValueOf(local, root) is { } only => Made(Calls.Bare(only), root),
        _ => null,
    };

    /// <summary>The local that a result goes to, and to nothing else.</summary>
    private static ILocalSymbol? LocalOf(IOperation? user) => user switch
    {
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation target, Parent: IExpressionStatementOperation } => target.Local,
        _ => null,
    };

    private static bool OnlyRows(IOperation root, ILocalSymbol local)
    {
        Use[] uses = [.. Locals.ReferencesTo(local, root).Where(reference => !Locals.IsWritten(reference)).Select(reference => UseOf(Calls.User(reference), reference))];
        return uses.Contains(Use.Rows) && !uses.Contains(Use.Errors);
    }

    /// <summary>What a use of a result looks at. All that is not known, such as passing it on, may look at the errors.</summary>
    private static Use UseOf(IOperation? user, IOperation result) => user switch
    {
        IPropertyReferenceOperation { Property.Name: "Rows" or "Targets" } => Use.Rows,
        IPropertyReferenceOperation { Property.Name: "IgnoredColumns" } => Use.Nothing,
        IInvocationOperation { TargetMethod.Name: "ToDataset", Instance: { } instance } when Calls.Bare(instance) == result => Use.Rows,
        _ => Use.Errors,
    };
}
