using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedExplain.Analyzers.Diagnostics;
using TypedExplain.Analyzers.Origins;

namespace TypedExplain.Analyzers.Options;

/// <summary>TEX0212: a standard that an explainer can never meet, or a budget that is below the samples of one neighborhood.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NeverMet() : UsageAnalyzer(UsageDescriptors.NeverMet)
{
    private protected override void Start(CompilationStartAnalysisContext context, Library library)
    {
        if (library.Type("Certifier`1") is { } certifier && library.Type("Explanation`1") is { } explanation && library.Type("ExplanationStandard") is not null)
        {
            context.RegisterOperationBlockAction(block =>
            {
                CallsOfMember calls = new(block);
                foreach (IInvocationOperation call in calls.All)
                    Check(calls, call, new(library, block.CancellationToken), certifier, explanation);
            });
        }
    }

    private void Check(CallsOfMember calls, IInvocationOperation call, ExplainerFacts facts, INamedTypeSymbol certifier, INamedTypeSymbol explanation)
    {
        if (call.TargetMethod.Name == "Explain" && call.TargetMethod.ContainingType.Is(certifier))
            CheckCertifier(calls, call, facts);
        else if (call.TargetMethod.Name is "Meets" or "Missed" && call.TargetMethod.ContainingType.Is(explanation) && call.Instance is { } instance
            && Origin.Of(instance, calls.Cancellation) is IInvocationOperation { TargetMethod.Name: "Explain", Instance: { } explainer })
        {
            Made? standard = Made.Of(call.Arguments.FirstOrDefault(argument => argument.Parameter!.Name == "standard")?.Value, calls.Cancellation);
            CheckAgreement(calls, call, Asked("minimumSignAgreement"), explainer, facts);
            if (Asked("maximumHalfWidth") is { } width && Constants.Number(width) is > 0 and < double.PositiveInfinity && facts.LacksErrors(explainer))
                Report(calls, call, width, $"a half width of {OptionRange.Text(Constants.Number(width)!.Value)} is asked for", "the explanation is made without standard errors", "set StandardErrors, or leave it out");

            IOperation? Asked(string parameter) => standard?.Setting(char.ToUpperInvariant(parameter[0]) + parameter.Substring(1))
                ?? call.Arguments.FirstOrDefault(argument => argument.Parameter!.Name == parameter && argument.Syntax is ArgumentSyntax)?.Value;
        }
    }

    private void CheckCertifier(CallsOfMember calls, IInvocationOperation call, ExplainerFacts facts)
    {
        if (Made.Of(call.Instance, calls.Cancellation) is not { } made || made.Setting("Explainer") is not { } explainer)
            return;
        if (made.Number("MaxQueries", ExplainerFacts.UsualQueries) is { } queries && facts.SamplesOf(explainer) is { } samples && queries >= 1 && queries < samples)
        {
            string most = OptionRange.Text(queries), one = OptionRange.Text(samples);
            Report(calls, call, made.Setting("MaxQueries"), $"MaxQueries is {most}", $"one neighborhood has {one} samples, and every answer is Refused", $"allow {one} queries or more, or lower Samples");
        }

        CheckAgreement(calls, call, Made.Of(made.Setting("Standard"), calls.Cancellation)?.Setting("MinimumSignAgreement"), explainer, facts);
    }

    private void CheckAgreement(CallsOfMember calls, IInvocationOperation call, IOperation? least, IOperation explainer, ExplainerFacts facts)
    {
        if (least is not null && Constants.Number(least) is > 0 and <= 1 and var agreement && facts.WithoutEnvironments(explainer) is { } name)
            Report(calls, call, least, $"a sign agreement of {OptionRange.Text(agreement)} is asked for", $"'{name}' has no environments that could agree", "choose 'Linex' or 'SmoothedLime', or leave it out");
    }

    private void Report(CallsOfMember calls, IInvocationOperation call, IOperation? setting, string asked, string why, string remedy)
    {
        if (ExpectedToThrow.Contains(call))
            return;
        SyntaxNode? stated = setting?.Syntax.Parent is AssignmentExpressionSyntax assignment ? assignment : setting?.Syntax;
        calls.Tell(At(calls.Place(stated, Calls.NameOf(call)), asked, why, remedy));
    }
}
