namespace TypedExplain;

/// <summary>In which JSON a remote model is asked and answers. Rows are arrays of numbers in each of them.</summary>
public enum RemoteFormat
{
    /// <summary>Rows only: <c>[[1, 2], [3, 4]]</c>, answered by <c>[0.1, 0.2]</c> or <c>[[0.1], [0.2]]</c>.</summary>
    Rows,

    /// <summary>TensorFlow Serving and version 1 of KServe: <c>{"instances": rows}</c>, answered by <c>{"predictions": scores}</c>.</summary>
    TensorFlowServing,

    /// <summary>MLflow: <c>{"inputs": rows}</c>, answered by <c>{"predictions": scores}</c>.</summary>
    MLflow,

    /// <summary>
    /// The Open Inference Protocol, which is version 2 of KServe: one input <c>input-0</c> of type FP64 with the shape of the
    /// rows, answered by one output with its data, flat or as rows.
    /// </summary>
    OpenInference,
}
