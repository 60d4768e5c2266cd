using System.ComponentModel;

namespace TypedExplain;

/// <summary>A result that can be told as JSON.</summary>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public interface IJsonResult
{
    /// <summary>The result in canonical JSON (RFC 8785): the same result gives the same text, to the byte.</summary>
    /// <param name="protectedValues">What becomes of protected features.</param>
    string ToJson(ProtectedValues protectedValues = ProtectedValues.Kept);
}

/// <summary>A result that can be told as JSON and read back.</summary>
/// <typeparam name="TSelf">The result.</typeparam>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public interface IJsonResult<TSelf> : IJsonResult
    where TSelf : class, IJsonResult<TSelf>
{
    /// <summary>Reads a result back.</summary>
    /// <param name="json">What <see cref="IJsonResult.ToJson"/> gave.</param>
    /// <exception cref="InvalidJsonException">The text is no such result, or one of another record or of a version that is not known.</exception>
    static abstract TSelf FromJson(string json);
}
