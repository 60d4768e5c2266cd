namespace TypedExplain.Orleans.Faults;

/// <summary>Makes errors into what travels, and back.</summary>
[RegisterConverter]
internal sealed class FaultConverter : IConverter<ExplanationGrainException, TravelingFault>
{
    public ExplanationGrainException ConvertFromSurrogate(in TravelingFault surrogate) => new(surrogate.Fault, surrogate.Message, surrogate.Faults, surrogate.IsWorthTryingAgain);

    public TravelingFault ConvertToSurrogate(in ExplanationGrainException value) => new() { Fault = value.Fault, Message = value.Message, Faults = value.Faults, IsWorthTryingAgain = value.IsWorthTryingAgain };
}
