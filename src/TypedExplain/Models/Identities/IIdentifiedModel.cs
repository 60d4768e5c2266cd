namespace TypedExplain;

/// <summary>A model that knows which one it is, so that a receipt can name it and a replay tell another one.</summary>
public interface IIdentifiedModel
{
    /// <summary>Which model it is; null where that is not known, as of a session of ONNX Runtime that was opened elsewhere.</summary>
    ModelIdentity? Identity { get; }
}
