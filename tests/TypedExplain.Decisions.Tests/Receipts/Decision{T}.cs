namespace TypedExplain.Decisions.Tests.Receipts;

/// <summary>A decision of one record.</summary>
internal sealed class Decision<T>(IJsonResult result, T instance, Func<ReceiptContent, Receipt<T>> receipt, Func<Receipt<T>, ReplayOutcome> replay, Func<Receipt<T>, IJsonResult?> held) : Decision
    where T : IFeatureRecord<T>
{
    public override IJsonResult Result => result;

    public override string Json(ReceiptContent content) => receipt(content).ToJson();

    public override string Read(string json) => Receipt<T>.FromJson(json).ToJson();

    public override string? Held(string json) => held(Receipt<T>.FromJson(json))?.ToJson();

    public override string Replay(string json, bool givesInstance) => Receipt<T>.FromJson(json) is var read && givesInstance ? replay(read.WithInstance(instance)).ToString()! : replay(read).ToString()!;
}
