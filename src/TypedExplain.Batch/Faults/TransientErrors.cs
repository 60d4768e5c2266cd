using System.Net.Sockets;

namespace TypedExplain.Batch.Faults;

/// <summary>
/// Which errors are the moment's and not the row's. A row that fails for such a reason may succeed on the next try, so its failure must
/// not become a result: the shard is given up and worked on again later.
/// </summary>
internal static class TransientErrors
{
    public static bool Is(Exception error) => error switch
    {
        RemoteModelException or BudgetExhaustedException or TimeoutException or IOException or SocketException or OutOfMemoryException or OperationCanceledException => true,
        AggregateException several => several.InnerExceptions.All(Is),
        System.Net.Http.HttpRequestException => true,
        _ => error.InnerException is { } inner and not InvalidJsonException && Is(inner),
    };
}
