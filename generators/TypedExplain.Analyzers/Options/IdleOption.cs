using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedExplain.Analyzers.Diagnostics;

namespace TypedExplain.Analyzers.Options;

/// <summary>TEX0204: an option is set that what else stands there makes idle. Which ones is data: <see cref="OptionRule.All"/>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IdleOption() : UsageAnalyzer(UsageDescriptors.IdleOption)
{
    private protected override void Start(CompilationStartAnalysisContext context, Library library)
    {
        ILookup<ISymbol?, OptionRule> rules = OptionRule.All.ToLookup(rule => (ISymbol?)library.Type(rule.Type), SymbolEqualityComparer.Default);
        context.RegisterOperationAction(operation => Check(operation, rules, library), OperationKind.ObjectCreation);
    }

    private void Check(OperationAnalysisContext context, ILookup<ISymbol?, OptionRule> rules, Library library)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (creation.Type is null || creation.Initializer is null)
            return;
        foreach (OptionRule rule in rules[creation.Type.OriginalDefinition])
        {
            OptionUse use = new(creation, library);
            if (use.Setting(rule.Option) is { } setting && !setting.IsDefault && rule.IsIdle(use))
                context.ReportDiagnostic(At(setting.Syntax, rule.Option, string.Format(rule.Reason, use.Record?.Name), rule.Remedy));
        }
    }
}
