namespace TypedExplain.Decisions.Tests.Receipts;

/// <summary>A decision of some record, and what is done with its receipt.</summary>
internal abstract class Decision
{
    public abstract IJsonResult Result { get; }

    /// <summary>Its receipt as JSON.</summary>
    public abstract string Json(ReceiptContent content = ReceiptContent.Whole);

    /// <summary>The JSON of a receipt that was read.</summary>
    public abstract string Read(string json);

    /// <summary>The result in a receipt that was read; null where it holds none.</summary>
    public abstract string? Held(string json);

    /// <summary>Reads a receipt and replays it.</summary>
    public abstract string Replay(string json, bool givesInstance = false);
}
