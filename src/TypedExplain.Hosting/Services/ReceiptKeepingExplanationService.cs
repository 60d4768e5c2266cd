using Microsoft.Extensions.Logging;
using TypedExplain.Decisions;

namespace TypedExplain.Hosting.Services;

/// <summary>Keeps a receipt of every result. A result whose receipt cannot be kept is not given.</summary>
/// <param name="inner">The service inside.</param>
/// <param name="queue">Where receipts go.</param>
/// <param name="model">The model.</param>
/// <param name="log">Learns of receipts that cannot be kept.</param>
internal sealed class ReceiptKeepingExplanationService<T>(IExplanationService<T> inner, ReceiptQueue<T> queue, IModel<T> model, ILogger log) : DelegatingExplanationService<T>(inner)
    where T : IFeatureRecord<T>
{
    protected override async ValueTask<Served<TResult>> ServeAsync<TResult>(ExplanationQuestion question, T instance, Ask<TResult> ask, CancellationToken cancellation)
    {
        Served<TResult> served = await ask(instance, cancellation).ConfigureAwait(false);
        if (served.Receipt is not null)
            return served;
        try
        {
            // Once there is a result its receipt is kept, whoever waits for it.
            return served with { Receipt = await queue.AppendAsync(Of(served.Result)).ConfigureAwait(false) };
        }
        catch (ReceiptLogException error)
        {
            HostingLog.ReceiptsFailed(log, T.Schema.Name, error.Message);
            throw;
        }
    }

    // The background is the service's own, so there is none to compare it with; TreeSHAP by training rows has none.
    private Receipt<T> Of(IJsonResult result) => result switch
    {
        Outcome<T> outcome => Receipt.Of(outcome, model),
        ShapValues<T> values => Receipt.Of(values, model),
        ReasonStatement<T> statement => Receipt.Of(statement, model),
        RecourseOutcome<T> outcome => Receipt.Of(outcome, model),
        _ => throw new InvalidOperationException($"There is no receipt of a {ResultWords.Of(result)}."),
    };
}
