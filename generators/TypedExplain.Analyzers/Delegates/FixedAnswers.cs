using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedExplain.Analyzers.Diagnostics;

namespace TypedExplain.Analyzers.Delegates;

/// <summary>TEX0230: a model of batches gives a fixed number of answers, however many records it is asked about.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FixedAnswers() : ModelDelegateAnalyzer(UsageDescriptors.FixedAnswers)
{
    private protected override void Check(CallsOfMember calls, ModelDelegate function, Library library)
    {
        if (function.Maker.Name != "FromBatch")
            return;
        foreach (IOperation answer in function.Answers)
        {
            if (answer is IArrayCreationOperation { DimensionSizes: { Length: 1 } sizes } && sizes[0].ConstantValue is { HasValue: true, Value: int count })
                calls.Tell(At(answer.Syntax, Text.Of(answer.Syntax), count.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }
    }
}
