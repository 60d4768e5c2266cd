using System.Runtime.CompilerServices;

namespace TypedExplain.Testing;

public static partial class ExplanationAssert
{
    /// <summary>A receipt's result comes out the same in every bit, by the same model and background.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="receipt">The receipt.</param>
    /// <param name="model">The model.</param>
    /// <param name="background">The background that the explainer had; null where it had none.</param>
    /// <exception cref="ExplanationAssertException">It does not, or cannot be replayed; the message has what the replay says.</exception>
    public static void Replays<T>(Receipt<T> receipt, IModel<T> model, WeightedRows<T>? background = null)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(receipt);
        ArgumentNullException.ThrowIfNull(model);
        ReplayOutcome replay = receipt.Replay(model, background);
        if (replay is not Identical)
            throw new ExplanationAssertException($"The receipt {receipt.Id} of {T.Schema.Name} {replay}\nIf the model is meant to be another one, make the receipt anew.");
    }

    /// <summary>The same of a receipt in a file, as <see cref="Receipt{T}.ToJson"/> wrote it.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="receiptFile">The file; a relative path begins at the folder of the test's source.</param>
    /// <param name="model">The model.</param>
    /// <param name="background">The background that the explainer had; null where it had none.</param>
    /// <param name="source">Left to the compiler: the source of the test.</param>
    /// <exception cref="ExplanationAssertException">The result comes out otherwise, cannot be replayed, or there is no such file.</exception>
    /// <exception cref="InvalidJsonException">The file is no receipt of the record.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static void Replays<T>(string receiptFile, IModel<T> model, WeightedRows<T>? background = null, [CallerFilePath] string source = "")
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(receiptFile);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(source);
        string path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source) is { Length: > 0 } folder ? folder : ".", receiptFile));
        if (!File.Exists(path))
            throw new ExplanationAssertException($"There is no receipt {path}. Make it once: File.WriteAllText(path, Receipt.Of(explanation, model, background).ToJson()).");
        Replays(Receipt<T>.FromJson(File.ReadAllText(path)), model, background);
    }
}
