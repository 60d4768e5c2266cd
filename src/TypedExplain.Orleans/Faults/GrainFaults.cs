using System.Collections.Immutable;

namespace TypedExplain.Orleans.Faults;

/// <summary>Errors in the form that travels.</summary>
internal static class GrainFaults
{
    /// <summary>The form of an error of this library or of a model; values of the instance are left out.</summary>
    public static ExplanationGrainException Of(Exception error) => error switch
    {
        ExplanationGrainException known => known,
        InvalidRecordException record => Record([.. record.Faults.Select(fault => new GrainRecordFault(fault.Member, fault.Allowed))]),
        InvalidFeatureException feature => Record([new(feature.Feature, $"it must be {feature.Allowed}")]),
        InvalidJsonException json => new(ExplanationFault.Record, json.Message),
        NoFitException => new(ExplanationFault.NoFit, "No surrogate can be fitted near this record: all answers or all neighbors are the same."),
        BudgetExhaustedException budget => new(ExplanationFault.Budget, budget.Message),
        RemoteModelException => new(ExplanationFault.Model, "The model cannot be reached. Ask again later.", isWorthTryingAgain: true),
        InvalidOptionException option => new(ExplanationFault.Setup, option.Message),
        TypedExplainException => new(ExplanationFault.Model, "The model failed, gave an answer that is no finite number, or does not fit its record. The log of the silo says which error it was."),
        _ => new(ExplanationFault.Model, $"The model failed ({TypeName.Of(error)}). The log of the silo says more."),
    };

    private static ExplanationGrainException Record(ImmutableArray<GrainRecordFault> faults) => new(
        ExplanationFault.Record,
        "The record is not valid: " + string.Join("; ", faults.Select(fault => fault.Member.Length == 0 ? fault.Allowed : $"{fault.Member}: {fault.Allowed}")),
        faults);
}
