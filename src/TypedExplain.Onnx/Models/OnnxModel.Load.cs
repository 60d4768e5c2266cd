using Microsoft.ML.OnnxRuntime;
using TypedExplain.Onnx.Files;
using TypedExplain.Onnx.Runtime;

namespace TypedExplain.Onnx;

public sealed partial class OnnxModel<T>
{
    /// <summary>Loads a model from a file.</summary>
    /// <param name="path">The file; data that the model keeps beside it is found there.</param>
    /// <param name="options">How the model is run and bound.</param>
    /// <exception cref="InvalidModelException">It is not an ONNX model, or its inputs or outputs do not fit the record; the message says which.</exception>
    /// <exception cref="InvalidOptionException">The options name a feature of another schema.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static OnnxModel<T> Load(string path, OnnxOptions<T>? options = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        OnnxGraph? graph = OnnxGraph.Read(path);
        return Own(Sessions.Open(path, options?.Session), options, graph, OnnxIdentity.Of(path, graph));
    }

    /// <summary>Loads a model from memory.</summary>
    /// <param name="model">The bytes of an ONNX file.</param>
    /// <param name="options">How the model is run and bound.</param>
    /// <exception cref="InvalidModelException">It is not an ONNX model, or its inputs or outputs do not fit the record; the message says which.</exception>
    /// <exception cref="InvalidOptionException">The options name a feature of another schema.</exception>
    public static OnnxModel<T> Load(byte[] model, OnnxOptions<T>? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Own(Sessions.Open(model, options?.Session), options, OnnxGraph.Read(model), OnnxIdentity.Of(model));
    }

    /// <summary>A model of a session that exists already. The session stays the caller's, who keeps it open for as long as the model is used.</summary>
    /// <param name="session">The session.</param>
    /// <param name="options">How the model is bound.</param>
    /// <exception cref="InvalidModelException">Its inputs or outputs do not fit the record; the message says which.</exception>
    /// <exception cref="InvalidOptionException">The options name a feature of another schema.</exception>
    public static OnnxModel<T> Of(InferenceSession session, OnnxOptions<T>? options = null)
    {
        ArgumentNullException.ThrowIfNull(session);
        return new(session, owned: false, options ?? new(), graph: null);
    }

    private static OnnxModel<T> Own(InferenceSession session, OnnxOptions<T>? options, OnnxGraph? graph, ModelIdentity? identity)
    {
        try
        {
            return new(session, owned: true, options ?? new(), graph) { Identity = identity };
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }
}
