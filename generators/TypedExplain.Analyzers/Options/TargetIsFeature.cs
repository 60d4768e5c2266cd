using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedExplain.Analyzers.Diagnostics;
using TypedExplain.Analyzers.Features;
using TypedExplain.Analyzers.Origins;

namespace TypedExplain.Analyzers.Options;

/// <summary>TEX0211: the column that a model is to predict is a feature of the record that it is given.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TargetIsFeature() : UsageAnalyzer(UsageDescriptors.TargetIsFeature)
{
    private protected override void Start(CompilationStartAnalysisContext context, Library library)
    {
        if (library.Type("Csv") is not { } csv || library.Type("CsvOptions") is not { } options || library.Type("Feature`1") is not { } feature)
            return;
        InnerRecords records = new(library);
        context.RegisterOperationBlockAction(block =>
        {
            CallsOfMember calls = new(block);
            foreach (IInvocationOperation call in calls.All)
                Check(calls, call, csv, options, feature, records);
        });
    }

    private void Check(CallsOfMember calls, IInvocationOperation call, INamedTypeSymbol csv, INamedTypeSymbol options, INamedTypeSymbol feature, InnerRecords records)
    {
        if (!Symbols.Same(call.TargetMethod.ContainingType, csv) || call.TargetMethod.TypeArguments.FirstOrDefault() is not { } record
            || call.Arguments.FirstOrDefault(argument => argument.Parameter!.Type.Is(options)) is not { } given
            || Made.Of(given.Value, calls.Cancellation)?.Setting("Target") is not { ConstantValue: { HasValue: true, Value: string target } } setting
            || ExpectedToThrow.Contains(call))
        {
            return;
        }

        IPropertySymbol? found = records.NamesOf(record)?.GetMembers().OfType<IPropertySymbol>()
            .FirstOrDefault(name => name.Type.Is(feature) && Plain(name.Name).Equals(Plain(target), StringComparison.OrdinalIgnoreCase));
        if (found is not null)
            calls.Tell(At(calls.Place(setting.Syntax, given.Syntax), target, $"{record.Shown()}.{found.Name}"));
    }

    /// <summary>The letters and digits, by which columns are found.</summary>
    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit));
}
