namespace TypedExplain.Hosting.Services;

/// <summary>What became of a question, in words from a closed list: for logs and spans.</summary>
internal static class ResultWords
{
    /// <summary>Of a result.</summary>
    public static string Of<TResult>(Served<TResult> served)
        where TResult : class, IJsonResult => served.IsRemembered ? $"{Of(served.Result)}, remembered" : Of(served.Result);

    /// <summary>Of an error: the name of its type.</summary>
    public static string Of(Exception error) => error is OperationCanceledException ? "cancelled" : Type(error).Name;

    /// <summary>Of an error as telemetry tells it: the whole name of its type.</summary>
    public static string TypeOf(Exception error) => Type(error).FullName ?? Type(error).Name;

    /// <summary>Of a result: the name of its case.</summary>
    public static string Of(IJsonResult result)
    {
        string name = Type(result).Name;
        int end = name.IndexOf('`', StringComparison.Ordinal);
        return end < 0 ? name : name[..end];
    }

#pragma warning disable RS0030 // The name of a type is told to people only, and says nothing of an instance.
    private static Type Type(object told) => told.GetType();
#pragma warning restore RS0030
}
