using System.Globalization;
using TypedExplain.Errors;

namespace TypedExplain.Hosting;

/// <summary>Too many questions wait for their turn; one more was refused at once.</summary>
public sealed class ServiceOverloadedException : TypedExplainException
{
    internal ServiceOverloadedException(int waiting, TimeSpan retryAfter)
        : base(string.Create(CultureInfo.InvariantCulture, $"{waiting} {Noun.Of(waiting, "question waits for its", "questions wait for their")} turn, as many as the service takes; ask again in {retryAfter.TotalSeconds:0} s. Concurrency and Queue of the options say how many are taken.")) => RetryAfter = retryAfter;

    /// <summary>After which time it is worth asking again.</summary>
    public TimeSpan RetryAfter { get; }
}
