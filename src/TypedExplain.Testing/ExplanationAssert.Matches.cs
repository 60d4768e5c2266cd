using System.Runtime.CompilerServices;
using TypedExplain.Testing.Accepted;

namespace TypedExplain.Testing;

public static partial class ExplanationAssert
{
    /// <summary>
    /// A result is the one in an accepted file, to the bit. If it is not, or there is no file yet, what was received is written beside it
    /// (<c>reasons.json</c> and <c>reasons.received.json</c>), and the message says which members differ, by how much, and how to accept
    /// it: by renaming the received file, or by running the test with the environment variable TYPEDEXPLAIN_ACCEPT=1.
    /// </summary>
    /// <remarks>
    /// The files have no protected values (<see cref="ProtectedValues.Withheld"/>), so that they can lie beside the tests. They are
    /// canonical JSON, which is the same on every machine.
    /// </remarks>
    /// <param name="result">An explanation, SHAP values, a score, a diff of models: whatever has <c>ToJson</c>.</param>
    /// <param name="file">The file, whose name ends in ".json"; a relative path begins at the folder of the test's source.</param>
    /// <param name="source">Left to the compiler: the source of the test.</param>
    /// <exception cref="ExplanationAssertException">The result is another one, or there is no accepted file.</exception>
    /// <exception cref="InvalidOptionException">The file does not end in ".json", or the folder that it would lie in is not there.</exception>
    /// <exception cref="InvalidJsonException">The accepted file is not JSON.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public static void Matches(IJsonResult result, string file, [CallerFilePath] string source = "")
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(source);
        string? failure = AcceptedFile.At(file, source).Failure(result.ToJson(ProtectedValues.Withheld));
        if (failure is not null)
            throw new ExplanationAssertException(failure);
    }
}
