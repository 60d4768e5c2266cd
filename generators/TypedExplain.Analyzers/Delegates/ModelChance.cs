using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedExplain.Analyzers.Diagnostics;
using TypedExplain.Analyzers.Seeds;

namespace TypedExplain.Analyzers.Delegates;

/// <summary>TEX0227: a model answers by chance or by the clock, so that the same row has another answer the next time.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ModelChance() : ModelDelegateAnalyzer(UsageDescriptors.ModelChance)
{
    private protected override void Check(CallsOfMember calls, ModelDelegate function, Library library)
    {
        ChangingValues changing = new(library);
        INamedTypeSymbol? random = library.Framework("System.Random");
        foreach (IOperation part in function.Parts)
        {
            if (IsChance(part, function, changing, random) && IsUsed(part, function))
                calls.Tell(At(WholeOf(part), Text.Of(WholeOf(part))));
        }
    }

    private static bool IsChance(IOperation part, ModelDelegate function, ChangingValues changing, INamedTypeSymbol? random) => part switch
    {
        IMemberReferenceOperation { Member.ContainingType.Name: "Stopwatch" or "TimeProvider" } => false,
        IInvocationOperation { TargetMethod.ContainingType.Name: "Stopwatch" or "HashCode" } => false,
        IInvocationOperation { Instance: { } instance } call when IsRandom(instance.Type, random) => Calls.Bare(instance) switch
        {
            ILocalReferenceOperation local => !function.Owns(local.Local),
            IParameterReferenceOperation parameter => !function.Owns(parameter.Parameter),
            IFieldReferenceOperation => true,
            IPropertyReferenceOperation property => !changing.Contains(property),
            _ => false,
        },
        _ => changing.Contains(part),
    };

    private static bool IsRandom(ITypeSymbol? type, INamedTypeSymbol? random) =>
        type is INamedTypeSymbol named && named.AndBases().Any(super => Symbols.Same(super, random));

    /// <summary>The call on a source of chance, or the source where it is the value itself.</summary>
    private static SyntaxNode WholeOf(IOperation part) =>
        part is not IInvocationOperation && Calls.User(part) is IInvocationOperation { Instance: { } instance } call && Calls.Bare(instance) == part ? call.Syntax : part.Syntax;

    /// <summary>Whether the value may come to the answer: a statement that only writes it down, as in a log, does not use it.</summary>
    private static bool IsUsed(IOperation part, ModelDelegate function)
    {
        for (IOperation? at = part; at is not null && at != function.Body; at = at.Parent)
        {
            if (at is IExpressionStatementOperation { Operation: IInvocationOperation { TargetMethod.ReturnsVoid: true } })
                return false;
        }

        return true;
    }
}
