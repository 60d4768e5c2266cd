using System.Globalization;
using TypedExplain.Errors;

namespace TypedExplain.Models;

/// <summary>A model's own exception, with the record that it was asked about.</summary>
internal static class ModelFailure
{
    /// <summary>Whether an exception is the model's own: ours say what they are about, an end that was asked for is not a failure, and a disposed model fails on every row.</summary>
    public static bool IsOwn(Exception error) => error is not (TypedExplainException or OperationCanceledException or ObjectDisposedException) || IsTimeout(error);

    /// <summary>Whether a task ended by itself, as that of an HTTP client does after its own time limit, and not because somebody asked for it.</summary>
    private static bool IsTimeout(Exception error) => error is TaskCanceledException task && (task.InnerException is TimeoutException || !task.CancellationToken.IsCancellationRequested);

    /// <summary>The model failed on one row.</summary>
    public static InvalidModelException OnRow<T>(EncodedRows<T> rows, int row, Exception error)
        where T : IFeatureRecord<T> => new(string.Create(CultureInfo.InvariantCulture, $"The model failed on row {row} of {rows.Count}, {T.Schema.Describe(rows[row])}; what it threw is the inner exception."), error);

    /// <summary>The model failed on a batch.</summary>
    public static InvalidModelException OnBatch<T>(EncodedRows<T> rows, Exception error)
        where T : IFeatureRecord<T> => rows.Count == 0 ? new("The model failed on a batch without rows; what it threw is the inner exception.", error)
            : rows.Count == 1 ? OnRow(rows, 0, error)
            : new(string.Create(CultureInfo.InvariantCulture, $"The model failed on a batch of {rows.Count} {Noun.Of(rows.Count, "row")}; row 0 is {T.Schema.Describe(rows[0])}; what it threw is the inner exception."), error);
}
