using Microsoft.Extensions.DependencyInjection;
using Orleans.Concurrency;

namespace TypedExplain.Orleans.Online;

/// <summary>One on each silo, which takes all questions at once: how many are worked on at a time is the explainer's to say.</summary>
[StatelessWorker(1)]
[Reentrant]
internal sealed class ExplanationGrain(IGrainContext context, IServiceProvider services) : Grain, IExplanationGrain
{
    private readonly string _name = context.GrainId.Key.ToString()!;

    public Task<string> ExplainAsync(string recordJson)
    {
        if (recordJson is null)
            throw new ExplanationGrainException(ExplanationFault.Record, "There is no record; send an object such as JsonRecord.Write gives.");
        IOnlineExplainer explainer = services.GetKeyedService<IOnlineExplainer>(_name)
            ?? throw new ExplanationGrainException(ExplanationFault.Setup, $"No explanations are called {_name} on the silo that was asked; every silo must register them with AddExplanations.");
        return explainer.ExplainAsync(recordJson);
    }
}
