using TypedExplain.Onnx.Files;

namespace TypedExplain.Onnx.Forests;

/// <summary>Opens a model in ONNX Runtime, where that is there, to compare a forest with it.</summary>
internal static class ForestRuntime
{
    /// <summary>Opens a model so that a value of it is an output.</summary>
    /// <param name="model">The bytes of the file.</param>
    /// <param name="graph">What was read of it.</param>
    /// <param name="value">The value.</param>
    /// <param name="options">How the model is run and bound.</param>
    /// <returns>The model; null where the native library is not there.</returns>
    /// <exception cref="InvalidModelException">The runtime does not know the model.</exception>
    public static OnnxModel<T>? Open<T>(byte[] model, OnnxGraph graph, string value, OnnxOptions<T> options)
        where T : IFeatureRecord<T>
    {
        byte[] whole = graph.Outputs.Exists(output => output.Name == value) ? model : [.. model, .. WithOutput(value)];
        return IfThere(() => OnnxModel<T>.Load(whole, options with { Output = value }));
    }

    /// <summary>What a function makes; null where it does not find the runtime's native library.</summary>
    public static TModel? IfThere<TModel>(Func<TModel> open)
        where TModel : class
    {
        try
        {
            return open();
        }
        catch (Exception missing) when (IsMissingLibrary(missing))
        {
            return null;
        }
    }

    // The managed half looks the library up in a static constructor.
    private static bool IsMissingLibrary(Exception? error) =>
        error is DllNotFoundException or EntryPointNotFoundException or BadImageFormatException || (error is TypeInitializationException && IsMissingLibrary(error.InnerException));

    /// <summary>An output of a graph: a message at the end of a file is merged with the graph that stands before it.</summary>
    private static byte[] WithOutput(string value)
    {
        ProtoWriter type = new ProtoWriter().Message(1, new ProtoWriter().Integer(1, OnnxTensor.SingleType));
        return new ProtoWriter().Message(7, new ProtoWriter().Message(12, new ProtoWriter().Text(1, value).Message(2, type))).ToArray();
    }
}
