namespace TypedExplain.Hosting.Http;

/// <summary>A request that no service is asked about.</summary>
/// <param name="status">The status of the answer.</param>
/// <param name="title">What is wrong.</param>
/// <param name="remedy">What to do.</param>
internal sealed class RefusedRequestException(int status, string title, string remedy) : Exception($"{title}. {remedy}")
{
    public int Status => status;

    public string Title => title;

    public string Remedy => remedy;
}
